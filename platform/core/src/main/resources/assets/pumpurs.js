/* Everything here is comfort: each page reads and each form works without it. */
(function () {
  'use strict';

  // "/" goes to the search, unless somebody is typing
  document.addEventListener('keydown', function (event) {
    var typing = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
    var find = document.querySelector('[data-find]');
    if (event.key === '/' && !typing && find && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      find.focus();
      find.select();
    }
    if (event.key === 'Escape') {
      closeMenus(null);
    }
    // what a page names a key for: a field is gone to, a link or a button is pressed
    var keyed = !typing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && /^[a-z]$/.test(event.key)
      && document.querySelector('[data-key="' + event.key + '"]');
    if (keyed) {
      event.preventDefault();
      if (keyed.matches('textarea, input')) {
        keyed.focus();
      } else {
        keyed.click();
      }
    }
  });

  function closeMenus(except) {
    document.querySelectorAll('details.drop[open]').forEach(function (menu) {
      if (menu !== except) {
        if (menu.contains(document.activeElement)) {
          menu.querySelector('summary').focus();
        }
        menu.open = false;
      }
    });
  }

  document.addEventListener('click', function (event) {
    closeMenus(event.target.closest('details.drop'));
  });

  // a filter is applied as soon as it is chosen; without script its button does the same
  document.addEventListener('change', function (event) {
    var form = event.target.form;
    if (form && form.hasAttribute('data-live') && event.target.matches('select')) {
      form.requestSubmit();
    }
  });

  // a form is sent once: a second click on a slow line does no harm; one that gives a file leaves its page as it is
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post' || form.hasAttribute('hx-post') || form.hasAttribute('data-again')) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
    });
  });

  // a form that saves itself, some seconds after the last change and when its page is left; the button works as without
  function savesItself(form) {
    var status = form.querySelector('[data-saved]');
    var version = form.elements.version;
    var saved = form.dataset.fresh ? typed() : '';
    var under = null;
    var timer;

    function typed() {
      var fields = new URLSearchParams(new FormData(form));
      fields.delete('version');
      fields.delete('csrf');
      return fields.toString();
    }

    function body() {
      return new URLSearchParams(new FormData(form));
    }

    function save() {
      var now = typed();
      if (under || now === saved || form.dataset.sent) {
        return;
      }
      var answered = now;
      under = fetch(form.dataset.saving, { method: 'POST', body: body(), keepalive: true, headers: { Accept: 'application/json' } }).then(function (answer) {
        if (answer.status === 409) {
          // somebody else wrote: the page that shows both versions
          under = null;
          form.requestSubmit();
        } else if (answer.ok) {
          return answer.json().then(function (told) {
            version.value = told.version;
            Object.keys(told.ids || {}).forEach(function (name) {
              if (form.elements[name]) {
                form.elements[name].value = told.ids[name];
              }
            });
            var kept = new URLSearchParams(now);
            Object.keys(told.ids || {}).forEach(function (name) { kept.set(name, told.ids[name]); });
            saved = kept.toString();
            answered = saved;
            status.textContent = status.dataset.saved + ' ' + told.at;
          });
        } else {
          status.textContent = status.dataset.unsaved;
        }
      }).catch(function () {
        status.textContent = status.dataset.unsaved;
        answered = null;
      }).then(function () {
        under = null;
        // what was refused is sent again when it has changed, and not before; what did not arrive is
        if (typed() !== answered) {
          later();
        }
      });
    }

    function later() {
      clearTimeout(timer);
      timer = setTimeout(save, 4000);
    }

    form.addEventListener('input', later);
    form.addEventListener('change', later);
    form.addEventListener('submit', function (event) {
      clearTimeout(timer);
      if (under) {
        // else it would meet its own newer version
        var button = event.submitter;
        event.preventDefault();
        event.stopPropagation();
        under.then(function () { form.requestSubmit(button); });
      }
    });
    document.addEventListener('visibilitychange', function () {
      if (document.visibilityState === 'hidden') {
        save();
      }
    });
    window.addEventListener('pagehide', function () {
      if (!under && !form.dataset.sent && typed() !== saved) {
        saved = typed();
        navigator.sendBeacon(form.dataset.saving, body());
      }
    });
  }
  document.querySelectorAll('form[data-saving]').forEach(savesItself);

  // one box that ticks all of a name in its form; without script it would do nothing and is not shown
  document.querySelectorAll('[data-ticks]').forEach(function (all) {
    all.hidden = false;
    all.addEventListener('change', function (event) {
      all.closest('form').querySelectorAll('input[type=checkbox][name="' + all.dataset.ticks + '"]').forEach(function (box) {
        box.checked = event.target.checked;
      });
    });
  });

  // after an error the summary is read first
  function focusErrors(root) {
    var summary = root.querySelector('[data-errors]');
    if (summary) {
      summary.focus();
    }
  }

  // charts: data stands in the page, beside the table that says the same
  function colour(name) {
    return getComputedStyle(document.body).getPropertyValue(name).trim();
  }

  function option(data) {
    var text = colour('--text');
    var muted = colour('--muted');
    var line = colour('--line');
    var names = data.series.map(function (series) { return series.name; });
    var category = { type: 'category', data: data.labels, axisLabel: { color: text, width: data.horizontal ? 170 : undefined, overflow: data.horizontal ? 'break' : 'none', interval: 0, fontSize: 12, lineHeight: 15 }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, inverse: !!data.horizontal };
    var value = { type: 'value', minInterval: 1, axisLabel: { color: muted }, splitLine: { lineStyle: { color: line } } };
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
      color: [colour('--accent'), colour('--calm'), colour('--wait'), colour('--ok'), colour('--bad')],
      aria: { enabled: true, decal: { show: names.length > 1 } },
      grid: { left: 8, right: 36, top: names.length > 1 ? 36 : 12, bottom: 8, containLabel: true },
      legend: { show: names.length > 1, top: 0, left: 0, textStyle: { color: text } },
      xAxis: data.horizontal ? value : category,
      yAxis: data.horizontal ? category : value,
      series: data.series.map(function (series) {
        return { name: series.name, type: 'bar', data: series.values, barMaxWidth: 34, itemStyle: { borderRadius: 3 }, label: { show: true, position: data.horizontal ? 'right' : 'top', color: text } };
      })
    };
  }

  function draw(root) {
    root.querySelectorAll('[data-chart]').forEach(function (box) {
      var source = document.getElementById(box.dataset.chart);
      if (!source || !window.echarts) {
        return;
      }
      var data = JSON.parse(source.textContent);
      if (data.horizontal) {
        box.style.height = Math.max(160, 50 + data.labels.length * (26 + 20 * data.series.length)) + 'px';
      }
      var chart = window.echarts.getInstanceByDom(box) || window.echarts.init(box, null, { renderer: 'canvas' });
      chart.setOption(option(data), true);
    });
  }

  function charts(root) {
    var box = root.querySelector('[data-chart]');
    if (!box) {
      return;
    }
    if (window.echarts) {
      draw(root);
      return;
    }
    var script = document.createElement('script');
    script.src = box.dataset.echarts;
    script.onload = function () { draw(document); };
    document.head.appendChild(script);
  }

  window.addEventListener('resize', function () {
    document.querySelectorAll('[data-chart]').forEach(function (box) {
      var chart = window.echarts && window.echarts.getInstanceByDom(box);
      if (chart) {
        chart.resize();
      }
    });
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () { draw(document); });

  // htmx sends the token of this login with whatever changes something
  document.addEventListener('htmx:configRequest', function (event) {
    var token = document.querySelector('meta[name=csrf]');
    if (event.detail.verb !== 'get' && token) {
      event.detail.headers['X-CSRF'] = token.content;
    }
  });
  document.addEventListener('htmx:afterSwap', function (event) {
    charts(event.detail.target);
    focusErrors(event.detail.target);
  });

  charts(document);
  focusErrors(document);
})();
