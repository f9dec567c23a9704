package praxis.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import static praxis.processor.apply.Samples.LINDENHOF;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import praxis.processor.model.Effect;
import praxis.processor.model.Needs;

/** Keys that another normaliser made are made anew before anything is decided by them. */
class KeyRenewalIT {
    private static final int PATIENTS = 12_000;

    private final TestDatabase database = TestDatabase.fresh();
    private final Database connections = database.asProcessor();
    private final SnapshotReader tables = new SnapshotReader(connections.jdbi());
    private final Steps steps = new Steps(new JdbiBookingStore(connections.jdbi()), 0);
    private final Needs needs = Naming.nothing().needs();

    @AfterEach
    void leave() {
        connections.close();
    }

    @Test
    void makesKeysAndCountsOfAnotherNormaliserAnew() {
        Effect[] crowd = new Effect[PATIENTS];
        for (int i = 0; i < PATIENTS; i++) {
            crowd[i] = new Effect.PutPatient(Samples.patient("n" + i));
        }
        steps.apply(LINDENHOF, needs, crowd);
        Snapshot before = tables.read();
        Tables.execute(
                database, "update projection.match_keys set match_key = 'old ' || match_key");
        Tables.execute(database, "update projection.name_counts set patients = 7");
        Tables.execute(database, "update projection.practices set keys_version = 'another'");

        steps.load(LINDENHOF, needs);

        assertThat(tables.read().practices()).isEqualTo(before.practices());
    }

    @Test
    void leavesKeysOfOurOwnAlone() {
        steps.apply(LINDENHOF, needs, new Effect.PutPatient(Samples.patient("anna")));
        Tables.execute(database, "update projection.name_counts set patients = 7");
        Snapshot before = tables.read();

        steps.load(LINDENHOF, needs);

        assertThat(tables.read().practices()).isEqualTo(before.practices());
    }
}
