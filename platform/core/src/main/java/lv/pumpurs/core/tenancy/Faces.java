package lv.pumpurs.core.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the guarded faces of JDBC objects have in common. */
final class Faces {

    private Faces() {}

    static <T> T of(Class<T> face, InvocationHandler handler) {
        return face.cast(Proxy.newProxyInstance(Faces.class.getClassLoader(), new Class<?>[]{face}, handler));
    }

    /** Refuses to give out what is below; identity is the face's own; all else goes to the inner object. */
    static @Nullable Object common(Object proxy, Method method, @Nullable Object @Nullable [] arguments, Object inner)
            throws Throwable {
        return switch (method.getName()) {
            case "unwrap" ->
                throw new SQLFeatureNotSupportedException("the object below the guard is not given out");
            case "isWrapperFor" -> false;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && arguments[0] != null
                    && Proxy.isProxyClass(arguments[0].getClass())
                    && Proxy.getInvocationHandler(arguments[0]).equals(Proxy.getInvocationHandler(proxy));
            default -> call(method, inner, arguments);
        };
    }

    /** Calls a method that never answers null. */
    static Object required(Method method, Object target, @Nullable Object @Nullable [] arguments) throws Throwable {
        return Objects.requireNonNull(call(method, target, arguments), method.getName());
    }

    private static @Nullable Object call(Method method, Object target, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
