package praxis.processor.model;

import praxis.schemas.record.Bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of a growing Merkle tree (RFC 6962, section 2.1): the roots of its complete
 * subtrees, largest first. Enough to add leaves and to tell the root, however large the tree is.
 *
 * @param size number of leaves
 */
public record TreeEdge(long size, List<Bytes> subtrees) {
    public static final TreeEdge EMPTY = new TreeEdge(0, List.of());

    private static final int HASH_BYTES = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    public TreeEdge {
        subtrees = List.copyOf(subtrees);
        if (subtrees.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree has one subtree per bit of its size");
        }
    }

    /** What {@link #toBytes} made. */
    public static TreeEdge fromBytes(long size, byte[] bytes) {
        List<Bytes> subtrees = new ArrayList<>();
        for (int at = 0; at + HASH_BYTES <= bytes.length; at += HASH_BYTES) {
            subtrees.add(Bytes.of(Arrays.copyOfRange(bytes, at, at + HASH_BYTES)));
        }
        return new TreeEdge(size, subtrees);
    }

    public byte[] toBytes() {
        byte[] bytes = new byte[subtrees.size() * HASH_BYTES];
        for (int i = 0; i < subtrees.size(); i++) {
            System.arraycopy(subtrees.get(i).toArray(), 0, bytes, i * HASH_BYTES, HASH_BYTES);
        }
        return bytes;
    }

    /** The tree with these leaves, each a leaf hash already, behind the ones it has. */
    public TreeEdge plus(List<Bytes> leafHashes) {
        List<Bytes> edge = new ArrayList<>(subtrees);
        long leaves = size;
        for (Bytes leaf : leafHashes) {
            Bytes subtree = leaf;
            // Each trailing one of the size is a complete subtree as large as the one at hand.
            for (long rest = leaves; (rest & 1) == 1; rest >>= 1) {
                subtree = nodeHash(edge.removeLast(), subtree);
            }
            edge.add(subtree);
            leaves++;
        }
        return new TreeEdge(leaves, edge);
    }

    /** The tree's root; of an empty tree, the hash of nothing. */
    public Bytes root() {
        if (subtrees.isEmpty()) {
            return Bytes.of(sha256().digest());
        }
        Bytes root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = nodeHash(subtrees.get(i), root);
        }
        return root;
    }

    public static Bytes leafHash(byte[] leaf) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return Bytes.of(digest.digest(leaf));
    }

    private static Bytes nodeHash(Bytes left, Bytes right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.toArray());
        return Bytes.of(digest.digest(right.toArray()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
