package praxis.schemas.record;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes with value equality; shares its array, so whoever makes one gives the array away. */
public final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    /** The array itself, not a copy: nobody writes to it. */
    public byte[] toArray() {
        return content;
    }

    public int length() {
        return content.length;
    }

    public String toHex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
