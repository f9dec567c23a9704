package praxis.processor.crash;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import praxis.processor.handle.Arrivals;
import praxis.schemas.record.PracticeId;

import java.util.List;
import java.util.stream.Stream;

/** A kind of record: what must have happened before one comes, and the record itself. */
public sealed interface Kind permits EventKind, OrderKind {
    List<Kind> ALL =
            Stream.<Kind>concat(Stream.of(EventKind.values()), Stream.of(OrderKind.values()))
                    .toList();

    /** What must have happened to whom or what bears the number. */
    Arrivals before(Arrivals arrivals, PracticeId practice, int number);

    /** The records of this kind, of whom or what bears the number. */
    Arrivals come(Arrivals arrivals, PracticeId practice, int number, KnownIds known);

    /** What one of each kind needs, each of its own {@code number}. */
    static List<ConsumerRecord<byte[], byte[]>> beforeAll(
            int partition, PracticeId practice, int number) {
        Arrivals arrivals = new Arrivals(partition);
        int own = number * ALL.size();
        for (Kind kind : ALL) {
            kind.before(arrivals, practice, own++);
        }
        return arrivals.all();
    }

    /** One of each kind, each of its own {@code number}. */
    static List<ConsumerRecord<byte[], byte[]>> all(
            int partition, PracticeId practice, int number, KnownIds known) {
        Arrivals arrivals = new Arrivals(partition);
        int own = number * ALL.size();
        for (Kind kind : ALL) {
            kind.come(arrivals, practice, own++, known);
        }
        return arrivals.all();
    }
}
