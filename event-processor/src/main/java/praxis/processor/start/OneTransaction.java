package praxis.processor.start;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;

import javax.sql.DataSource;

/** Lets somebody who wants several connections work in one transaction that is not theirs. */
final class OneTransaction {
    private OneTransaction() {}

    /**
     * Hands out the same connection, however often it is asked for one, and ends nothing on it.
     *
     * @param owned in whose transaction everything happens; its owner ends it
     */
    static DataSource on(Connection owned) {
        Connection shared =
                proxy(
                        Connection.class,
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "commit", "rollback", "close", "setAutoCommit" -> null;
                                    case "isClosed", "getAutoCommit" -> false;
                                    default -> call(owned, method, arguments);
                                });
        return proxy(
                DataSource.class,
                (_, method, _) -> {
                    if (method.getName().equals("getConnection")) {
                        return shared;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        OneTransaction.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Connection owned, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(owned, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
