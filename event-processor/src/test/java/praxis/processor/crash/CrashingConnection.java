package praxis.processor.crash;

import static praxis.processor.crash.Forwarding.call;
import static praxis.processor.crash.Forwarding.proxy;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection to PostgreSQL that passes a crash point before and after whatever it is told. */
final class CrashingConnection {
    private static final AtomicInteger COMMITS = new AtomicInteger();

    private final Connection real;
    private final CrashPoints points;
    private final PGConnection driverView;

    private CrashingConnection(Connection real, CrashPoints points) {
        this.real = real;
        this.points = points;
        driverView = proxy(PGConnection.class, this::asDriver);
    }

    static Connection around(Connection real, CrashPoints points) {
        return proxy(Connection.class, new CrashingConnection(real, points)::asConnection);
    }

    /** Passes points at commits alone, each of which bears its number within the process. */
    static Connection aroundCommits(Connection real, String name, CrashPoints points) {
        return proxy(
                Connection.class,
                (_, method, arguments) ->
                        method.getName().equals("commit")
                                ? points.around(
                                        "commit %d of the %s"
                                                .formatted(COMMITS.incrementAndGet(), name),
                                        () -> call(real, method, arguments))
                                : call(real, method, arguments));
    }

    private Object asConnection(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "unwrap" -> unwrap((Class<?>) arguments[0]);
            case "commit", "rollback" ->
                    points.around(method.getName(), () -> call(real, method, arguments));
            case "createStatement" ->
                    statement(Statement.class, call(real, method, arguments), "statement");
            case "prepareStatement" ->
                    statement(
                            PreparedStatement.class,
                            call(real, method, arguments),
                            (String) arguments[0]);
            case "prepareCall" ->
                    statement(
                            CallableStatement.class,
                            call(real, method, arguments),
                            (String) arguments[0]);
            default -> call(real, method, arguments);
        };
    }

    private Object unwrap(Class<?> type) throws SQLException {
        return type.equals(PGConnection.class) ? driverView : real.unwrap(type);
    }

    private Object asDriver(Object proxy, Method method, Object[] arguments) throws Throwable {
        return method.getName().equals("getCopyAPI")
                ? new Copies(real.unwrap(BaseConnection.class))
                : call(real.unwrap(PGConnection.class), method, arguments);
    }

    private <S extends Statement> S statement(Class<S> type, Object real, String sql) {
        return proxy(
                type,
                (_, method, arguments) -> {
                    if (!method.getName().startsWith("execute")) {
                        return call(real, method, arguments);
                    }
                    String told =
                            arguments != null
                                            && arguments.length > 0
                                            && arguments[0] instanceof String given
                                    ? given
                                    : sql;
                    return points.around(
                            StatementName.of(told), () -> call(real, method, arguments));
                });
    }

    /** Also passes a point when some of the rows have gone out. */
    private final class Copies extends CopyManager {
        private Copies(BaseConnection connection) throws SQLException {
            super(connection);
        }

        @Override
        public CopyIn copyIn(String sql) throws SQLException {
            String name = StatementName.of(sql);
            points.at("before " + name);
            CopyIn copy = super.copyIn(sql);
            return proxy(
                    CopyIn.class,
                    (_, method, arguments) -> {
                        Object result = call(copy, method, arguments);
                        switch (method.getName()) {
                            case "writeToCopy" -> points.at("amid " + name);
                            case "endCopy" -> points.at("after " + name);
                            default -> {}
                        }
                        return result;
                    });
        }
    }
}
