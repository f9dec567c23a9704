package praxis.processor.rebuild;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.Position.TopicId;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the log was at a moment, to be kept outside the database: of each partition the tree's head
 * (RFC 6962 calls a signed one an STH). A log that goes on honestly has the same root at that size
 * for ever, in whatever batches it was written.
 *
 * @param time when this was proven
 * @param heads by partition; those without rows are left out
 */
public record Checkpoint(TopicId topic, Instant time, SortedMap<Integer, TreeHead> heads) {
    private static final String TITLE = "praxis checkpoint v1";
    private static final String TIME = "time ";
    private static final String TOPIC = "topic ";
    private static final int FIRST_HEAD = 3;
    private static final int ROOT_BYTES = 32;

    /** The lines that are signed. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(TITLE).append('\n');
        text.append(TIME).append(time).append('\n');
        text.append(TOPIC).append(topic.value()).append('\n');
        heads.forEach(
                (partition, head) ->
                        text.append("partition ")
                                .append(partition)
                                .append(" size ")
                                .append(head.size())
                                .append(" root ")
                                .append(head.root().toHex())
                                .append('\n'));
        return text.toString();
    }

    /** What {@link #text} made; empty for anything else. */
    static Optional<Checkpoint> of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < FIRST_HEAD
                || !lines.get(0).equals(TITLE)
                || !lines.get(1).startsWith(TIME)
                || !lines.get(2).startsWith(TOPIC)) {
            return Optional.empty();
        }
        try {
            SortedMap<Integer, TreeHead> heads = new TreeMap<>();
            lines.stream()
                    .skip(FIRST_HEAD)
                    .map(Checkpoint::head)
                    .forEach(head -> heads.put(head.getKey(), head.getValue()));
            return Optional.of(
                            new Checkpoint(
                                    new TopicId(lines.get(2).substring(TOPIC.length())),
                                    Instant.parse(lines.get(1).substring(TIME.length())),
                                    heads))
                    // Two ways to write the same would be one too many.
                    .filter(read -> read.text().equals(text));
        } catch (IllegalArgumentException | DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    private static Map.Entry<Integer, TreeHead> head(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 6) {
            throw new IllegalArgumentException("a head has six words");
        }
        byte[] root = HexFormat.of().parseHex(words[5]);
        if (root.length != ROOT_BYTES) {
            throw new IllegalArgumentException("a root is a SHA-256");
        }
        return Map.entry(
                Integer.parseInt(words[1]), new TreeHead(Long.parseLong(words[3]), Bytes.of(root)));
    }
}
