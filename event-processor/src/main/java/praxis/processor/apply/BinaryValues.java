package praxis.processor.apply;

import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes values in PostgreSQL's binary form, each with its length before it, as rows of a {@code
 * COPY} and elements of an array have them. Nothing needs escaping there, and the server parses
 * nothing.
 */
final class BinaryValues {
    private static final int NULL = -1;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    /** PostgreSQL counts from the first of January 2000. */
    private static final long EPOCH_SECOND = 946_684_800;

    private static final long EPOCH_DAY = 10_957;

    private byte[] buffer;
    private int size;

    BinaryValues(int expectedSize) {
        buffer = new byte[expectedSize];
    }

    void text(@Nullable String value) {
        bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte @Nullable [] value) {
        if (value == null) {
            none();
            return;
        }
        bareInt(value.length);
        bareBytes(value);
    }

    void uuid(@Nullable UUID value) {
        if (value == null) {
            none();
            return;
        }
        bareInt(Long.BYTES * 2);
        bareLong(value.getMostSignificantBits());
        bareLong(value.getLeastSignificantBits());
    }

    /** In microseconds; what is finer is cut off. */
    void instant(@Nullable Instant value) {
        if (value == null) {
            none();
            return;
        }
        bigint(
                (value.getEpochSecond() - EPOCH_SECOND) * MICROS_PER_SECOND
                        + value.getNano() / NANOS_PER_MICRO);
    }

    void date(@Nullable LocalDate value) {
        if (value == null) {
            none();
            return;
        }
        integer(Math.toIntExact(value.toEpochDay() - EPOCH_DAY));
    }

    void smallint(int value) {
        bareInt(Short.BYTES);
        bareShort(value);
    }

    void integer(@Nullable Integer value) {
        if (value == null) {
            none();
            return;
        }
        bareInt(Integer.BYTES);
        bareInt(value);
    }

    void bigint(long value) {
        bareInt(Long.BYTES);
        bareLong(value);
    }

    void flag(boolean value) {
        bareInt(1);
        reserve(1);
        buffer[size++] = (byte) (value ? 1 : 0);
    }

    void none() {
        bareInt(NULL);
    }

    void bareShort(int value) {
        reserve(Short.BYTES);
        buffer[size++] = (byte) (value >> 8);
        buffer[size++] = (byte) value;
    }

    void bareInt(int value) {
        bareShort(value >> 16);
        bareShort(value);
    }

    private void bareLong(long value) {
        bareInt((int) (value >> 32));
        bareInt((int) value);
    }

    void bareBytes(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
    }

    private void reserve(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, buffer.length * 2));
        }
    }

    int size() {
        return size;
    }

    void moveTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(buffer, 0, size);
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }
}
