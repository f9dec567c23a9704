package praxis.processor.simulate.invariant;

import praxis.processor.simulate.world.FakeLog;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord.HeaderNames;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What an edge answered for stands on the topic. */
final class EveryAcceptedEventIsInTheLog implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        Set<Bytes> found = salts(history.run().log());
        for (Bytes accepted : history.run().accepted()) {
            if (!found.contains(accepted)) {
                complaint.accept("accepted, and not on the log: salt " + accepted.toHex());
            }
        }
    }

    private static Set<Bytes> salts(FakeLog log) {
        Set<Bytes> salts = new HashSet<>();
        for (int partition = 0; partition < log.partitions(); partition++) {
            log.read(partition, 0, Integer.MAX_VALUE - 1)
                    .forEach(
                            record ->
                                    salts.add(
                                            Bytes.of(
                                                    record.headers()
                                                            .lastHeader(HeaderNames.SALT)
                                                            .value())));
        }
        return salts;
    }
}
