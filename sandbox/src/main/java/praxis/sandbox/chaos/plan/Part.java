package praxis.sandbox.chaos.plan;

/** What a fault takes hold of; of two faults on the same part one waits for the other. */
public enum Part {
    EDGE_1,
    EDGE_2,
    PROCESSOR_1,
    PROCESSOR_2,
    BROKER,
    DATABASE
}
