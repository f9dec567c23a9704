package praxis.sandbox.bench.limit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Rows in PostgreSQL's binary COPY format (manual, "COPY", file formats). */
final class BinaryRows {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int NULL = -1;
    private static final int END = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 21);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Writes one value; the data stream underneath is memory and does not fail. */
    private interface Writing {
        void run() throws IOException;
    }

    BinaryRows() {
        write(
                () -> {
                    out.write(SIGNATURE);
                    out.writeInt(0);
                    out.writeInt(0);
                });
    }

    BinaryRows row(int columns) {
        return write(() -> out.writeShort(columns));
    }

    BinaryRows integer(int value) {
        return write(
                () -> {
                    out.writeInt(Integer.BYTES);
                    out.writeInt(value);
                });
    }

    BinaryRows bigint(long value) {
        return write(
                () -> {
                    out.writeInt(Long.BYTES);
                    out.writeLong(value);
                });
    }

    BinaryRows bool(boolean value) {
        return write(
                () -> {
                    out.writeInt(1);
                    out.writeBoolean(value);
                });
    }

    BinaryRows text(String value) {
        return bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryRows bytea(byte[] value) {
        return write(
                () -> {
                    out.writeInt(value.length);
                    out.write(value);
                });
    }

    BinaryRows uuid(UUID value) {
        return write(
                () -> {
                    out.writeInt(2 * Long.BYTES);
                    out.writeLong(value.getMostSignificantBits());
                    out.writeLong(value.getLeastSignificantBits());
                });
    }

    BinaryRows timestamp(Instant value) {
        return bigint(ChronoUnit.MICROS.between(EPOCH, value));
    }

    BinaryRows nothing() {
        return write(() -> out.writeInt(NULL));
    }

    InputStream end() {
        write(() -> out.writeShort(END));
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private BinaryRows write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
