package praxis.sandbox.chaos.plan;

import static praxis.sandbox.chaos.plan.Part.BROKER;
import static praxis.sandbox.chaos.plan.Part.DATABASE;
import static praxis.sandbox.chaos.plan.Part.EDGE_1;
import static praxis.sandbox.chaos.plan.Part.EDGE_2;
import static praxis.sandbox.chaos.plan.Part.PROCESSOR_1;
import static praxis.sandbox.chaos.plan.Part.PROCESSOR_2;

import java.util.List;

/** What can go wrong, on which part, and for how long. */
public enum FaultKind {
    EDGE_KILLED("edge killed", EDGE_1, EDGE_2, 500, 3_000, 3_500),
    PROCESSOR_KILLED("processor killed", PROCESSOR_1, PROCESSOR_2, 500, 4_000, 11_500),
    /** Longer than the ten seconds after which the group gives its partitions to others. */
    PROCESSOR_PAUSED("processor paused", PROCESSOR_1, PROCESSOR_2, 12_000, 16_000, 4_000),
    BROKER_RESTARTED("broker restarted", BROKER, BROKER, 0, 1_000, 8_500),
    BROKER_KILLED("broker killed", BROKER, BROKER, 0, 3_000, 13_000),
    BROKER_AWAY("broker away", BROKER, BROKER, 2_000, 6_000, 4_000),
    BROKER_SILENT("broker black-holed", BROKER, BROKER, 2_000, 6_000, 4_000),
    BROKER_LATE("broker late", BROKER, BROKER, 3_000, 6_000, 3_000),
    DATABASE_CRASHED("database crashed", DATABASE, DATABASE, 0, 3_000, 8_000),
    DATABASE_AWAY("database away", DATABASE, DATABASE, 2_000, 6_000, 4_000),
    DATABASE_SILENT("database black-holed", DATABASE, DATABASE, 2_000, 8_000, 4_000),
    DATABASE_LATE("database late", DATABASE, DATABASE, 3_000, 6_000, 3_000),
    DATABASE_NARROW("database throttled", DATABASE, DATABASE, 3_000, 6_000, 3_000),
    DISK_FULL("database's disk full", DATABASE, DATABASE, 3_000, 8_000, 5_000),
    BROKER_CUT("broker's connections cut", BROKER, BROKER, 0, 0, 5_000),
    DATABASE_CUT("database's connections cut", DATABASE, DATABASE, 0, 0, 5_000);

    private final String words;
    private final Part one;
    private final Part other;
    private final int shortest;
    private final int longest;
    private final int rest;

    FaultKind(String words, Part one, Part other, int shortest, int longest, int rest) {
        this.words = words;
        this.one = one;
        this.other = other;
        this.shortest = shortest;
        this.longest = longest;
        this.rest = rest;
    }

    public String words() {
        return words;
    }

    /** Any one of them is hit. */
    List<Part> parts() {
        return one == other ? List.of(one) : List.of(one, other);
    }

    /** In milliseconds. */
    int shortest() {
        return shortest;
    }

    /** In milliseconds. */
    int longest() {
        return longest;
    }

    /** What a recovery may well take, in milliseconds. */
    int rest() {
        return rest;
    }
}
