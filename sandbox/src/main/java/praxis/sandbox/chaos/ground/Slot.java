package praxis.sandbox.chaos.ground;

import praxis.sandbox.bench.ground.Pause;
import praxis.sandbox.system.Instance;
import praxis.sandbox.system.ProgramStart;
import praxis.sandbox.system.RunningProgram;
import praxis.sandbox.system.StopWish;
import praxis.sandbox.system.Trouble;
import praxis.testkit.FreePorts;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;

/** The place of one process; each that is started there gets a new port. */
public final class Slot {
    private final ProgramStart start;
    private final StopWish wish;
    private final Consumer<String> mourner;
    private final LastQuestion lastQuestion;
    private volatile Incarnation current;

    /** What somebody still wants to know of a process. */
    interface LastQuestion {
        void ask(URI address) throws InterruptedException;
    }

    /**
     * Starts the first process.
     *
     * @param mourner is told when one dies that nobody has killed
     * @param lastQuestion is asked before one is killed
     */
    Slot(
            ProgramStart start,
            Instance first,
            StopWish wish,
            Consumer<String> mourner,
            LastQuestion lastQuestion) {
        this.start = start;
        this.wish = wish;
        this.mourner = mourner;
        this.lastQuestion = lastQuestion;
        this.current = watched(start.start(first));
    }

    public Incarnation current() {
        return current;
    }

    public void kill() throws InterruptedException {
        Incarnation doomed = current;
        lastQuestion.ask(doomed.address());
        doomed.noteKill();
        doomed.program().kill();
    }

    /** Stands still until the pause is closed. */
    public Pause pause() {
        return Pause.of(current.program().pid());
    }

    /** After an end; does not wait until it is ready. */
    public void startAgain() {
        Instance before = current.program().instance();
        Instance next = new Instance(before.program(), before.name(), FreePorts.next());
        current = watched(start.startAgain(next));
    }

    public void awaitReady(Duration patience) throws InterruptedException {
        Incarnation waitedFor = current;
        try (HttpClient http = HttpClient.newHttpClient()) {
            if (!waitedFor.program().awaitReady(http, patience, wish)) {
                throw new Trouble(waitedFor.program().unready(patience));
            }
        }
        waitedFor.noteReady();
    }

    void askToEnd() {
        current.noteKill();
        current.program().askToEnd();
    }

    void awaitEnd() throws InterruptedException {
        current.program().awaitEnd();
    }

    /** Whoever dies unasked is started again, as a supervisor would. */
    private Incarnation watched(RunningProgram program) {
        Incarnation incarnation = new Incarnation(program);
        program.onDeath(
                obituary -> {
                    if (!incarnation.isKilled()) {
                        incarnation.noteKill();
                        mourner.accept(obituary);
                        startAgain();
                    }
                });
        return incarnation;
    }
}
