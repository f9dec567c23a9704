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
        Map<Speaker, Integer> spoken = new HashMap<>();
        int start = 0;
        for (int at = 0; at < records.size(); at++) {
            boolean tooOften = says(records.get(at), spoken) > MOST_EVENTS_OF_ONE_PATIENT;
            if (tooOften || at - start == MOST_RECORDS) {
                runs.add(records.subList(start, at));
                spoken.clear();
                says(records.get(at), spoken);
                start = at;
            }
        }
        runs.add(records.subList(start, records.size()));
        return runs;
    }

    private static int says(DecodedRecord record, Map<Speaker, Integer> spoken) {
        if (record.practice().isPresent()
                && record.received().content()
                        instanceof Received.Content.Webhook(EventReader.Reading reading, var _)
                && reading instanceof EventReader.Reading.Understood(BookingEvent event)
                && event instanceof BookingEvent.PatientEvent about) {
            return spoken.merge(
                    new Speaker(record.practice().get(), about.bookingPatientId()),
                    1,
                    Integer::sum);
        }
        return 0;
    }
}
