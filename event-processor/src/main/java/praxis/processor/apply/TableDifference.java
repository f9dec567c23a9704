package praxis.processor.apply;

import praxis.schemas.record.Bytes;

import java.util.List;

/**
 * How a table of the shadow differs from the live one.
 *
 * @param rows of the live table
 * @param added rows that only the shadow has
 * @param removed rows that only the live one has
 * @param changed rows that both have, and that differ
 * @param examples the first that differ, by their ids alone
 * @param liveDigest SHA-256 over all rows in the order of their keys
 */
public record TableDifference(
        String table,
        long rows,
        long added,
        long removed,
        long changed,
        List<String> examples,
        Bytes liveDigest,
        Bytes shadowDigest) {
    public boolean isNone() {
        return added + removed + changed == 0 && liveDigest.equals(shadowDigest);
    }
}
