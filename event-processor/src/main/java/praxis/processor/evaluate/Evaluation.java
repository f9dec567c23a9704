package praxis.processor.evaluate;

import praxis.processor.model.BookingPatient;
import praxis.processor.model.Decision;
import praxis.processor.model.PatientId;
import praxis.processor.model.ReviewItem;
import praxis.schemas.event.BookingEvent.BookingPatientId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Feeds records to a practice in their order, and holds what it decides against the truth. */
final class Evaluation {
    private final TrialPractice practice;
    private final Map<String, Set<PatientId>> patientsOfPerson = new HashMap<>();
    private final Map<PatientId, Integer> recordOfPatient = new HashMap<>();
    private final List<Trial> trials = new ArrayList<>();

    private Evaluation(LongSupplier nanoTime) {
        this.practice = new TrialPractice(nanoTime);
    }

    static Report run(List<Sample> samples, LongSupplier nanoTime) {
        Evaluation evaluation = new Evaluation(nanoTime);
        samples.forEach(evaluation::take);
        return new Report(evaluation.trials, evaluation.practice.nanos());
    }

    private void take(Sample sample) {
        if (sample.onFile()) {
            practice.files(sample).entry().concerns().patient().ifPresent(id -> file(sample, id));
            return;
        }
        Set<PatientId> truth = patientsOf(sample.person());
        Decision decision = practice.hears(sample);
        Optional<PatientId> linked =
                decision.entry().concerns().patient().filter(recordOfPatient::containsKey);
        Optional<ReviewItem> item = decision.entry().review();
        List<PatientId> named =
                item.map(ReviewItem::candidates).orElseGet(List::of).stream()
                        .map(ReviewItem.Candidate::patient)
                        .toList();
        trials.add(
                new Trial(
                        sample,
                        decision,
                        !truth.isEmpty(),
                        item.map(asked -> asked.kind().name()),
                        named.stream().flatMap(id -> record(id).stream()).toList(),
                        linked.flatMap(this::record),
                        linked.filter(truth::contains).isPresent()
                                || named.stream().anyMatch(truth::contains)));
        item.ifPresent(asked -> settle(asked, truth));
        // Who was given to somebody else by mistake is on file nowhere.
        if (linked.isEmpty() || truth.contains(linked.get())) {
            patientOf(sample).ifPresent(id -> file(sample, id));
        }
    }

    private void settle(ReviewItem item, Set<PatientId> truth) {
        Optional<PatientId> own =
                item.candidates().stream()
                        .map(ReviewItem.Candidate::patient)
                        .filter(truth::contains)
                        .findFirst()
                        .or(() -> truth.stream().sorted().findFirst());
        if (own.isPresent()) {
            practice.links(item, own.get().value());
        } else {
            practice.createsFor(item);
        }
    }

    private Optional<PatientId> patientOf(Sample sample) {
        return practice.state()
                .bookingPatient(new BookingPatientId("record-" + sample.number()))
                .flatMap(BookingPatient::patient);
    }

    private void file(Sample sample, PatientId id) {
        patientsOf(sample.person()).add(id);
        recordOfPatient.putIfAbsent(id, sample.number());
    }

    private Set<PatientId> patientsOf(String person) {
        return patientsOfPerson.computeIfAbsent(person, _ -> new HashSet<>());
    }

    private Optional<Integer> record(PatientId id) {
        return Optional.ofNullable(recordOfPatient.get(id));
    }
}
