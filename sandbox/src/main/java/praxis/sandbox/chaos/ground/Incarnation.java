package praxis.sandbox.chaos.ground;

import praxis.sandbox.system.RunningProgram;

import java.net.URI;

/** One process in a slot, from its start to the moment somebody kills it. */
public final class Incarnation {
    private final RunningProgram program;
    private volatile boolean ready;
    private volatile boolean killed;

    Incarnation(RunningProgram program) {
        this.program = program;
    }

    public URI address() {
        return program.instance().address();
    }

    /** True where nobody may expect an answer: not ready yet, or killed. */
    public boolean isExcused() {
        return !ready || killed;
    }

    RunningProgram program() {
        return program;
    }

    boolean isKilled() {
        return killed;
    }

    void noteReady() {
        ready = true;
    }

    /** Before it happens, so that no answer is missed without a reason. */
    void noteKill() {
        killed = true;
    }
}
