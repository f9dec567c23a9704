package praxis.processor.simulate.world;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

import praxis.processor.handle.RecordDigest;
import praxis.processor.simulate.traffic.Delivery;
import praxis.processor.simulate.traffic.Delivery.Spoiling;
import praxis.processor.simulate.traffic.Traffic;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.InboundRecord.HeaderNames;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Appends what the edge sends, unless the way there or back is broken just then. */
final class Broker implements Link {
    private static final int LINK_IS_FINE = 14;

    private final FakeLog log;
    private final VirtualTime time;
    private final Chance chance;

    Broker(FakeLog log, VirtualTime time, Chance chance) {
        this.log = log;
        this.time = time;
        this.chance = chance;
    }

    @Override
    public boolean append(Delivery delivery, int attempt) {
        int luck = chance.below("link for #" + delivery.number(), LINK_IS_FINE + 2);
        boolean lostOnTheWay = luck == LINK_IS_FINE;
        if (!lostOnTheWay) {
            // Edges' clocks differ a little.
            Instant receivedAt =
                    time.instant()
                            .minus(
                                    Duration.ofMillis(
                                            chance.below("clock for #" + delivery.number(), 3)
                                                    * 400L));
            log.append(partition(delivery), record(delivery, attempt, receivedAt), receivedAt);
        }
        return luck < LINK_IS_FINE;
    }

    private int partition(Delivery delivery) {
        return Traffic.PRACTICES.indexOf(delivery.practice()) % log.partitions();
    }

    /** Of which delivery a record is, and of which attempt. */
    static Bytes salt(Delivery delivery, int attempt) {
        return Bytes.of(
                ByteBuffer.allocate(InboundRecord.SALT_BYTES)
                        .putInt(delivery.number())
                        .putInt(attempt)
                        .array());
    }

    private static ProducerRecord<byte[], byte[]> record(
            Delivery delivery, int attempt, Instant receivedAt) {
        byte[] body = delivery.body().toArray();
        boolean otherBytes = delivery.spoiling() == Spoiling.OTHER_BYTES;
        InboundRecord inbound =
                new InboundRecord(
                        delivery.spoiling() == Spoiling.UNSIGNED_COMMAND
                                ? InboundRecord.Kind.COMMAND
                                : InboundRecord.Kind.WEBHOOK,
                        delivery.practice(),
                        delivery.signedId(),
                        delivery.signedId().isPresent() ? "standard" : "body",
                        delivery.spoiling() == Spoiling.UNSTORABLE
                                ? Delivery.REFUSED_FINGERPRINT
                                : "0123456789ab",
                        receivedAt,
                        salt(delivery, attempt),
                        RecordDigest.commitment(otherBytes ? new byte[1] : new byte[0], body),
                        delivery.backfill(),
                        Optional.empty(),
                        delivery.body());
        return spoiled(delivery.spoiling(), inbound.toProducerRecord());
    }

    private static ProducerRecord<byte[], byte[]> spoiled(
            Spoiling spoiling, ProducerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        return switch (spoiling) {
            case NO_PRACTICE -> {
                headers.remove(HeaderNames.PRACTICE);
                yield record;
            }
            case NO_VALUE ->
                    new ProducerRecord<>(record.topic(), null, record.key(), null, headers);
            case NONE, OTHER_BYTES, UNSIGNED_COMMAND, UNSTORABLE -> record;
        };
    }
}
