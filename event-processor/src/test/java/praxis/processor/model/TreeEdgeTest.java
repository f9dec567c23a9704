package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import praxis.schemas.record.Bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The growing edge arrives where the definition of RFC 6962, section 2.1, does. */
class TreeEdgeTest {
    @Test
    void hashesNothingToHashOfEmptyText() {
        assertThat(TreeEdge.EMPTY.root().toHex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void hashesLeavesAsTheRfcDemands() {
        assertThat(TreeEdge.leafHash(new byte[0]).toHex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(treeOf(leafOf("")).root().toHex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    /** The vectors that implementations of Certificate Transparency test themselves with. */
    @Test
    void agreesWithPublishedRoots() {
        List<Bytes> leaves =
                List.of(
                        leafOf(""),
                        leafOf("00"),
                        leafOf("10"),
                        leafOf("2021"),
                        leafOf("3031"),
                        leafOf("40414243"),
                        leafOf("5051525354555657"),
                        leafOf("606162636465666768696a6b6c6d6e6f"));
        List<String> roots =
                List.of(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        TreeEdge tree = TreeEdge.EMPTY;
        for (int i = 0; i < leaves.size(); i++) {
            tree = tree.plus(List.of(leaves.get(i)));
            assertThat(tree.root().toHex()).isEqualTo(roots.get(i));
        }
    }

    @Test
    void arrivesAtTheDefinitionWhateverTheBatches() {
        Random random = new Random(4);
        for (int size = 0; size < 140; size++) {
            List<Bytes> leaves = leaves(size);
            TreeEdge grown = TreeEdge.EMPTY;
            for (int from = 0; from < size; ) {
                int to = Math.min(size, from + 1 + random.nextInt(9));
                grown = TreeEdge.fromBytes(from, grown.toBytes()).plus(leaves.subList(from, to));
                from = to;
            }
            assertThat(grown).isEqualTo(TreeEdge.EMPTY.plus(leaves));
            assertThat(grown.size()).isEqualTo(size);
            assertThat(grown.root()).isEqualTo(definition(leaves));
        }
    }

    @Test
    void keepsOneSubtreePerBitOfItsSize() {
        TreeEdge tree = TreeEdge.EMPTY.plus(leaves(0b1011));
        assertThat(tree.subtrees()).hasSize(3);
        assertThatThrownBy(() -> new TreeEdge(0b1111, tree.subtrees()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesItsRootWithEachLeafAndTheirOrder() {
        List<Bytes> leaves = leaves(7);
        Bytes root = TreeEdge.EMPTY.plus(leaves).root();
        assertThat(TreeEdge.EMPTY.plus(leaves.reversed()).root()).isNotEqualTo(root);
        assertThat(TreeEdge.EMPTY.plus(leaves.subList(0, 6)).root()).isNotEqualTo(root);
    }

    /** MTH of the RFC, word for word: split at the largest power of two below the size. */
    private static Bytes definition(List<Bytes> leaves) {
        if (leaves.isEmpty()) {
            return Bytes.of(sha256().digest());
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(definition(leaves.subList(0, split)).toArray());
        digest.update(definition(leaves.subList(split, leaves.size())).toArray());
        return Bytes.of(digest.digest());
    }

    private static List<Bytes> leaves(int count) {
        List<Bytes> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(TreeEdge.leafHash(new byte[] {(byte) i}));
        }
        return leaves;
    }

    private static Bytes leafOf(String hex) {
        return TreeEdge.leafHash(HexFormat.of().parseHex(hex));
    }

    private static TreeEdge treeOf(Bytes leaf) {
        return TreeEdge.EMPTY.plus(List.of(leaf));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
