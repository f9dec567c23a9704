package praxis.processor.simulate.invariant;

import praxis.processor.model.LogRow;
import praxis.processor.model.Progress;
import praxis.schemas.record.Bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Consumer;

/** A partition's root is that of a tree made anew of its log rows (RFC 6962, read again). */
final class TreeIsThatOfTheLog implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        for (Progress progress : history.run().tables().progress().values()) {
            List<byte[]> leaves =
                    history.run().rows().stream()
                            .filter(row -> row.partition() == progress.partition())
                            .map(LogRow::leaf)
                            .map(Bytes::toArray)
                            .toList();
            if (!Bytes.of(root(leaves)).equals(progress.edge().root())) {
                complaint.accept("partition " + progress.partition() + " has another root");
            }
        }
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        MessageDigest digest = sha256();
        if (!leaves.isEmpty()) {
            int left = Integer.highestOneBit(leaves.size() - 1);
            digest.update((byte) 1);
            digest.update(root(leaves.subList(0, left)));
            digest.update(root(leaves.subList(left, leaves.size())));
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
