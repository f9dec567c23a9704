package praxis.sandbox.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import praxis.sandbox.system.RunningSandbox;
import praxis.sandbox.tail.TopicTail;
import praxis.schemas.record.Topics;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Shows what the processor tells others, as it comes. */
@Command(
        name = "tail",
        description = {
            "Shows what the running sandbox tells others, a line for each message, until Ctrl-C.",
            "A message may come twice, under the same id.",
            "",
            "Examples:",
            "  ./praxis tail needs-review",
            "  ./praxis tail dead-letter --from-beginning --json",
            ""
        })
public final class TailCommand implements Callable<Integer> {
    /** How the command line names the outgoing topics. */
    enum Topic {
        NEEDS_REVIEW("needs-review", Topics.NEEDS_REVIEW),
        DEAD_LETTER("dead-letter", Topics.DEAD_LETTER);

        private final String word;
        private final String topic;

        Topic(String word, String topic) {
            this.word = word;
            this.topic = topic;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Parameters(
            paramLabel = "TOPIC",
            description = "needs-review: review items; dead-letter: what could not be processed.")
    private Topic topic = Topic.NEEDS_REVIEW;

    @Option(names = "--json", description = "The messages as they are: CloudEvents.")
    private boolean json;

    @Option(names = "--from-beginning", description = "Also what is there already.")
    private boolean fromBeginning;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "End after N messages, without waiting for Ctrl-C.")
    private long count = Long.MAX_VALUE;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    public TailCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (count < 1) {
            throw Usage.error(spec.commandLine(), "--count must be 1 or more.");
        }
        RunningSandbox sandbox = RunningSandbox.demand(surroundings.files());
        PrintWriter out = spec.commandLine().getOut();
        new TopicTail(sandbox.kafkaBootstrap(), topic.topic)
                .follow(
                        new TopicTail.Options(json, fromBeginning, count),
                        line -> {
                            out.println(line);
                            out.flush();
                        });
        return 0;
    }
}
