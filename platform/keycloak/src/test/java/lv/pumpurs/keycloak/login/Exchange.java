package lv.pumpurs.keycloak.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request and its response in memory, as far as this package looks at them; anything else is an error. */
final class Exchange {

    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> responseHeaders = new HashMap<>();
    final List<Cookie> set = new ArrayList<>();
    int status = HttpServletResponse.SC_OK;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Cookie[] cookies;

    Exchange(String method, String path, @Nullable String query, Cookie... cookies) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.cookies = cookies;
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, this::asked);
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, this::told);
    }

    private @Nullable Object asked(Method call, Object[] arguments) {
        return switch (call.getName()) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getCookies" -> cookies;
            case "getAttribute" -> attributes.get(arguments[0]);
            default -> throw new UnsupportedOperationException(call.getName());
        };
    }

    private @Nullable Object told(Method call, Object[] arguments) {
        switch (call.getName()) {
            case "setStatus" -> status = (Integer) arguments[0];
            case "setHeader" -> responseHeaders.put((String) arguments[0], (String) arguments[1]);
            case "addCookie" -> set.add((Cookie) arguments[0]);
            default -> throw new UnsupportedOperationException(call.getName());
        }
        return null;
    }

    private interface Answer {
        @Nullable
        Object to(Method call, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (self, call, arguments) -> answer.to(call, arguments)));
    }
}
