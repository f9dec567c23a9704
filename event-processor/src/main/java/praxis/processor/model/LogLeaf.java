package praxis.processor.model;

import praxis.schemas.record.Bytes;
import praxis.schemas.record.PracticeId;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Makes of a log row the leaf that stands for it in the partition's Merkle tree. */
public final class LogLeaf {
    /** Changes when what is hashed into a leaf changes. */
    private static final int VERSION = 1;

    /** Of rows that settle an earlier event: they name it as well. */
    private static final int VERSION_ABOUT_EARLIER = 2;

    private LogLeaf() {}

    /** Everything that the row says, length before content, so that no two rows read the same. */
    public static Bytes hash(LogRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream leaf = new DataOutputStream(bytes)) {
            Optional<UUID> earlier = row.entry().concerns().earlierEvent();
            leaf.writeByte(earlier.isPresent() ? VERSION_ABOUT_EARLIER : VERSION);
            if (earlier.isPresent()) {
                text(leaf, earlier.get().toString());
            }
            leaf.writeInt(row.partition());
            leaf.writeLong(row.offset());
            text(leaf, row.id().toString());
            text(leaf, row.practice().map(PracticeId::value));
            text(leaf, row.kind());
            text(leaf, row.webhookId());
            text(leaf, row.entry().eventType());
            text(leaf, row.receivedAt().toString());
            text(leaf, row.scheme());
            text(leaf, row.secretFingerprint());
            leaf.writeBoolean(row.backfill());
            text(leaf, row.entry().concerns().bookingPatient().map(id -> id.value()));
            text(leaf, row.entry().concerns().bookingAppointment().map(id -> id.value()));
            text(leaf, row.entry().concerns().patient().map(id -> id.toString()));
            text(leaf, row.entry().status().wireName());
            text(leaf, row.entry().error());
            text(leaf, row.outcomeJson());
            leaf.write(row.commitment().toArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return TreeEdge.leafHash(bytes.toByteArray());
    }

    private static void text(DataOutputStream leaf, Optional<String> text) throws IOException {
        leaf.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            text(leaf, text.get());
        }
    }

    private static void text(DataOutputStream leaf, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        leaf.writeInt(bytes.length);
        leaf.write(bytes);
    }
}
