package praxis.processor.rebuild;

/**
 * Something that is not as the log says.
 *
 * @param where which row: a partition and offset, or a table and key
 * @param what in plain words; never a personal value
 */
public record Finding(String where, String what) {}
