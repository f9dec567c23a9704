package praxis.processor.start;

/** Says how far the start has come; written by the start, read by whoever asks for health. */
public final class StartStage {
    private volatile String words = "starting";
    private volatile boolean done;

    public String words() {
        return words;
    }

    /** True once records may be read. */
    public boolean isDone() {
        return done;
    }

    void enter(String stage) {
        words = stage;
    }

    void finish() {
        words = "started";
        done = true;
    }
}
