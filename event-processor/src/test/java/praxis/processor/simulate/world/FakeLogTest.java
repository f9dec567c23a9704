package praxis.processor.simulate.world;

import org.apache.kafka.clients.producer.ProducerRecord;

import praxis.processor.consume.RecordLog;
import praxis.processor.consume.RecordLogContract;

import java.time.Instant;

class FakeLogTest extends RecordLogContract {
    private final FakeLog log = new FakeLog(World.TOPIC, 2);

    @Override
    protected RecordLog log() {
        return log;
    }

    @Override
    protected void append(int partition, ProducerRecord<byte[], byte[]> record) {
        log.append(partition, record, Instant.EPOCH);
    }
}
