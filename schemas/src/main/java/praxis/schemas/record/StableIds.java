package praxis.schemas.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Makes ids that a replay makes again: version 5 UUIDs (RFC 9562, section 5.5) of stable inputs.
 */
public final class StableIds {
    private static final UUID NAMESPACE = UUID.fromString("6b6f1ad3-0f0c-5e57-9f5e-7a3d0a5c2b11");
    private static final char SEPARATOR = '\u001f';

    private StableIds() {}

    /** The id of the event that stands at this position; the edge answers with it. */
    public static UUID ofEvent(Position position) {
        return of(
                "event",
                position.topic().value(),
                Integer.toString(position.partition()),
                Long.toString(position.offset()));
    }

    /** An id for {@code what}, told apart by {@code parts}; the same inputs give the same id. */
    public static UUID of(String what, String... parts) {
        StringBuilder name = new StringBuilder(what);
        for (String part : parts) {
            name.append(SEPARATOR).append(part.length()).append(SEPARATOR).append(part);
        }
        return versionFive(name.toString());
    }

    private static UUID versionFive(String name) {
        MessageDigest sha1 = sha1();
        sha1.update(
                ByteBuffer.allocate(16)
                        .putLong(NAMESPACE.getMostSignificantBits())
                        .putLong(NAMESPACE.getLeastSignificantBits())
                        .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long most = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
        long least = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
