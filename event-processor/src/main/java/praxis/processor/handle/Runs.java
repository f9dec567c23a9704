package praxis.processor.handle;

import praxis.processor.model.Received;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.EventReader;
import praxis.schemas.record.PracticeId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a batch into runs in which no booking patient speaks more often than a store can foresee:
 * which names it can come to have while the run is folded doubles with each.
 */
final class Runs {
    static final int MOST_EVENTS_OF_ONE_PATIENT = 8;

    /** Bounds what one transaction holds in memory. */
    static final int MOST_RECORDS = 2_000;

    private record Speaker(PracticeId practice, BookingPatientId patient) {}

    private Runs() {}

    static List<List<DecodedRecord>> of(List<DecodedRecord> records) {
        List<List<DecodedRecord>> runs = new ArrayList<>();
        Spoken spoken = new Spoken();
        int start = 0;
        for (int at = 0; at < records.size(); at++) {
            says(records.get(at), spoken);
            if (spoken.atMost() > MOST_EVENTS_OF_ONE_PATIENT || at - start == MOST_RECORDS) {
                runs.add(records.subList(start, at));
                spoken = new Spoken();
                says(records.get(at), spoken);
                start = at;
            }
        }
        runs.add(records.subList(start, records.size()));
        return runs;
    }

    /** How often each has spoken so far. */
    private static final class Spoken {
        private final Map<Speaker, Integer> times = new HashMap<>();
        private int most;
        private int byAnybody;

        void by(Speaker speaker) {
            most = Math.max(most, times.merge(speaker, 1, Integer::sum));
        }

        /** Who speaks in an event that is processed again is known only once it is fetched. */
        void bySomebody() {
            byAnybody++;
        }

        int atMost() {
            return most + byAnybody;
        }
    }

    private static void says(DecodedRecord record, Spoken spoken) {
        if (record.practice().isPresent()
                && record.received().content()
                        instanceof Received.Content.Webhook(EventReader.Reading reading, var _)
                && reading instanceof EventReader.Reading.Understood(BookingEvent event)
                && event instanceof BookingEvent.PatientEvent about) {
            spoken.by(new Speaker(record.practice().get(), about.bookingPatientId()));
        }
        if (Recall.redriven(record).isPresent()) {
            spoken.bySomebody();
        }
    }
}
