package praxis.read.commands;

import org.jdbi.v3.core.Jdbi;

import java.util.Map;
import java.util.stream.Collectors;

/** Finds how far the processor has come; that is nobody's in particular, so no caller is named. */
public final class ProgressQueries {
    private static final String NEXT_OFFSETS =
            """
            select partition_no, next_offset
            from read.progress
            """;

    private final Jdbi jdbi;

    public ProgressQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By partition, the offset that comes next. */
    public Map<Integer, Long> nextOffsets() {
        return jdbi.withHandle(
                handle ->
                        handle
                                .createQuery(NEXT_OFFSETS)
                                .map((row, _) -> Map.entry(row.getInt(1), row.getLong(2)))
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
