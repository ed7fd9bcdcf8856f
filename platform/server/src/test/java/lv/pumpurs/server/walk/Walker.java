package lv.pumpurs.server.walk;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes steps and writes down each that came out otherwise than it must. */
final class Walker {

    /** The connections are kept and shared. */
    static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** By route and fault one step that shows it: one leak is found by many. */
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    void take(Step step) {
        HttpResponse<String> answer = send(step.request());
        List<String> broken = new ArrayList<>(AnswerRules.broken(answer));
        if (!step.expected().contains(answer.statusCode())) {
            broken.add("answered " + answer.statusCode() + " instead of " + step.expected() + ": "
                    + answer.body().substring(0, Math.min(300, answer.body().length())).strip());
        }
        Set<String> marks = Marks.in(answer.body() + answer.headers().map());
        seen.addAll(marks);
        marks.removeAll(step.visible());
        marks.removeAll(step.said());
        if (!marks.isEmpty()) {
            broken.add("shows " + new TreeSet<>(marks));
        }
        if (broken.isEmpty() && step.isAllowed()) {
            step.actor()
                .in(Ids.namesTenant(step.way()) ? step.place() : Actor.NATION)
                .forEach(role -> served.add(role + " " + step.way()));
        }
        broken.forEach(fault -> faults.putIfAbsent(step.way() + " " + fault, step + " " + fault));
    }

    /** What changes nothing in any order and a few at a time, then what changes something, one after the other. */
    void takeInTurn(List<Step> steps) throws Exception {
        take(steps.stream().filter(step -> !step.changesSomething()).toList(), 4);
        take(steps.stream().filter(Step::changesSomething).toList(), 1);
    }

    /** The steps in their order, by so many threads at a time. */
    void take(List<Step> steps, int threads) throws Exception {
        ConcurrentLinkedQueue<Step> left = new ConcurrentLinkedQueue<>(steps);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> walking = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                walking.add(pool.submit(() -> {
                    for (Step step = left.poll(); step != null; step = left.poll()) {
                        take(step);
                    }
                }));
            }
            for (Future<?> one : walking) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** What came out wrong. */
    Set<String> faults() {
        return new TreeSet<>(faults.values());
    }

    /** "ROLE GET /path" of each route that served a role. */
    Set<String> served() {
        return new TreeSet<>(served);
    }

    /** Everything planted that anybody saw. */
    Set<String> seen() {
        return new TreeSet<>(seen);
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
