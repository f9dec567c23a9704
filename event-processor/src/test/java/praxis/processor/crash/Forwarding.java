package praxis.processor.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/** Stands in the place of something real and hands on to it what it is told. */
final class Forwarding {
    private Forwarding() {}

    /** One that is equal to itself alone, whatever the handler does. */
    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        InvocationHandler identical =
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "equals" -> isSame(proxy, arguments[0]);
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> handler.invoke(proxy, method, arguments);
                        };
        return type.cast(
                Proxy.newProxyInstance(
                        Forwarding.class.getClassLoader(),
                        List.of(type).toArray(new Class<?>[0]),
                        identical));
    }

    /** What the real one throws is thrown as it is. */
    static Object call(Object target, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }
}
