package praxis.processor.crash;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A processor's work with the database, which may end at a point. Its connections are cut then,
 * without the word that ends a session, and none of its threads comes back: no rollback, no
 * finally. That is all that the database can see of the death of a process; a process it is not.
 */
final class Life implements CrashPoints {
    private final String last;
    private final Set<String> passed = Collections.synchronizedSet(new LinkedHashSet<>());
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    private Life(String last) {
        this.last = last;
    }

    static Life untilTheEnd() {
        return new Life("");
    }

    static Life until(String point) {
        return new Life(point);
    }

    /** The database, as this life reaches it. */
    Jdbi at(ConnectionFactory database) {
        return Jdbi.create(
                () -> {
                    Connection connection = database.openConnection();
                    connections.add(connection);
                    return CrashingConnection.around(connection, this);
                });
    }

    @Override
    public void at(String point) {
        passed.add(point);
        if (point.equals(last)) {
            connections.forEach(Life::cut);
            over.countDown();
            while (true) {
                LockSupport.park(this);
            }
        }
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Does the work as far as this life goes; false where it came to its end before the point. */
    boolean spend(Runnable work) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            work.run();
                            over.countDown();
                        });
        try {
            if (!over.await(Duration.ofMinutes(1).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("neither done nor dead");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return passed.contains(last);
    }

    /** In the order in which they were passed first. */
    Set<String> passed() {
        synchronized (passed) {
            return new LinkedHashSet<>(passed);
        }
    }
}
