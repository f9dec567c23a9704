package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A second projection, in a schema of its own beside the live one: filled without readers or
 * writers of the live one taking notice. Nobody but the tables' owner may look into it.
 */
public final class Shadow {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final Jdbi jdbi;
    private final String schema;

    private Shadow(Jdbi jdbi, String schema) {
        this.jdbi = jdbi;
        this.schema = schema;
    }

    /**
     * One that need not be there yet.
     *
     * @param owner connects as the tables' owner; its statements find the shadow from now on
     * @throws IllegalArgumentException where the name will not do
     */
    public static Shadow named(Jdbi owner, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A shadow's name begins with a letter; a-z, 0-9 and _ may follow, 40 in all.");
        }
        String schema = ShadowDao.PREFIX + name;
        ProjectionName.lead(owner, schema);
        return new Shadow(owner, schema);
    }

    /** All that there are, those kept from before a swap among them. */
    public static List<String> names(Jdbi owner) {
        return owner.withHandle(ShadowDao::names);
    }

    /** Makes its tables, empty. */
    public void create(String purpose) {
        jdbi.useTransaction(handle -> ShadowDao.create(handle, schema, purpose));
    }

    /** What it was made for; empty where it is not there. */
    public Optional<String> purpose() {
        return jdbi.withHandle(handle -> ShadowDao.purpose(handle, schema));
    }

    /** Leaves nothing of it. */
    public void drop() {
        jdbi.useTransaction(handle -> ShadowDao.drop(handle, schema));
    }

    /** How far it has come in each partition. */
    public Map<Integer, Long> progress() {
        return jdbi.withHandle(handle -> ShadowDao.progress(handle, schema));
    }

    /** How far the live one has come in each partition. */
    public Map<Integer, Long> live() {
        return jdbi.withHandle(ShadowDao::live);
    }

    /** There is nothing more for it in the partition before this. */
    public void reach(int partition, long nextOffset) {
        jdbi.useHandle(handle -> ShadowDao.reach(handle, schema, partition, nextOffset));
    }

    /** Each transaction by itself. */
    public BookingStore store() {
        return new ShadowStore(jdbi, schema);
    }

    /** Looks at both as they are at one moment, while live goes on. */
    public <T> T atOneMoment(Function<Moment, T> look) {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> look.apply(new Moment(handle, schema, ShadowDao.live(handle))));
    }

    /** The same while live's writers wait; readers do not. */
    public <T> T whileLiveWaits(Function<Moment, T> work) {
        return jdbi.inTransaction(
                handle -> work.apply(new Moment(handle, schema, ShadowDao.holdLive(handle))));
    }

    /** Both projections in one transaction. */
    public static final class Moment {
        private final Handle handle;
        private final String schema;
        private final Map<Integer, Long> live;

        private Moment(Handle handle, String schema, Map<Integer, Long> live) {
            this.handle = handle;
            this.schema = schema;
            this.live = live;
        }

        /** Where the live one stands. */
        public Map<Integer, Long> live() {
            return live;
        }

        public Map<Integer, Long> progress() {
            return ShadowDao.progress(handle, schema);
        }

        public void reach(int partition, long nextOffset) {
            ShadowDao.reach(handle, schema, partition, nextOffset);
        }

        public Handle handle() {
            return handle;
        }

        /** As part of this transaction. */
        public BookingStore store() {
            return new ShadowStore(handle, schema);
        }

        public List<TableDifference> compare(RebuildScope scope) {
            return new ShadowComparison(handle, schema, scope).compare();
        }

        /**
         * What differs changes places: live then holds what the shadow held, and the shadow, under
         * its new name, what live held.
         *
         * @param keptAs to be dropped by this name
         */
        public void exchange(RebuildScope scope, String keptAs) {
            new ShadowComparison(handle, schema, scope).exchange();
            ShadowDao.rename(handle, schema, ShadowDao.PREFIX + keptAs);
        }
    }
}
