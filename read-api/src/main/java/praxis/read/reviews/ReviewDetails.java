package praxis.read.reviews;

import org.jspecify.annotations.Nullable;

import praxis.read.access.Caller;
import praxis.read.reviews.Comparison.Judged;
import praxis.read.reviews.EvidenceQueries.Known;
import praxis.read.reviews.ReviewView.CandidateView;
import praxis.read.reviews.ReviewView.Conflict;
import praxis.read.reviews.ReviewView.Newcomer;
import praxis.read.reviews.ReviewView.ProposedField;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together what a person needs to decide a review item. */
public final class ReviewDetails {
    private final EvidenceQueries evidence;

    public ReviewDetails(EvidenceQueries evidence) {
        this.evidence = evidence;
    }

    Optional<Newcomer> newcomer(Caller caller, ReviewRow item) {
        return Optional.ofNullable(item.bookingPatientId())
                .flatMap(id -> evidence.newcomer(caller, id));
    }

    ReviewView of(Caller caller, ReviewRow item, Instant now) {
        Optional<Newcomer> newcomer = newcomer(caller, item);
        return new ReviewView(
                item.id(),
                item.kind(),
                item.stateAsOf(now),
                item.openedAt(),
                item.dueAt(),
                item.postponedUntil(),
                item.closedAt(),
                item.closedBecause(),
                item.decided().orElse(null),
                item.isOpen() ? ReviewKind.answersTo(item.kind()) : List.of(),
                newcomer.orElse(null),
                candidates(caller, item, newcomer.map(Newcomer::facts)),
                conflict(caller, item, newcomer).orElse(null),
                item.bookingPatientId() == null
                        ? List.of()
                        : evidence.parked(caller, item.bookingPatientId()),
                evidence.event(caller, item.eventId()));
    }

    private List<CandidateView> candidates(
            Caller caller, ReviewRow item, Optional<Facts> newcomer) {
        List<Judged> judged = Comparison.judged(item.candidates());
        Map<UUID, Known> patients = patients(caller, judged.stream().map(Judged::patient).toList());
        return judged.stream().map(each -> Comparison.view(each, newcomer, patients)).toList();
    }

    private Map<UUID, Known> patients(Caller caller, List<UUID> ids) {
        return evidence.patients(caller, ids).stream()
                .collect(Collectors.toMap(Known::id, Function.identity()));
    }

    private Optional<Conflict> conflict(
            Caller caller, ReviewRow item, Optional<Newcomer> newcomer) {
        return Proposal.read(item.proposedBody())
                .flatMap(
                        event ->
                                switch (event) {
                                    case BookingEvent.PatientCreated created ->
                                            about(caller, item, newcomer, created.fields());
                                    case BookingEvent.PatientUpdated updated ->
                                            about(caller, item, newcomer, updated.fields());
                                    case BookingEvent.AppointmentEvent about ->
                                            Optional.of(
                                                    conflict(
                                                            item,
                                                            "appointment",
                                                            Proposal.against(
                                                                    evidence.appointment(
                                                                            caller,
                                                                            about.bookingAppointmentId()
                                                                                    .value()),
                                                                    about)));
                                    case BookingEvent.PatientDeleted _, BookingEvent.Ping _ ->
                                            Optional.empty();
                                });
    }

    private Optional<Conflict> about(
            Caller caller, ReviewRow item, Optional<Newcomer> newcomer, PatientFields proposed) {
        @Nullable UUID patient =
                item.patientId() == null
                        ? newcomer.map(Newcomer::patientId).orElse(null)
                        : item.patientId();
        return Optional.ofNullable(patient)
                .flatMap(id -> evidence.patients(caller, List.of(id)).stream().findFirst())
                .map(Known::facts)
                .or(() -> newcomer.map(Newcomer::facts))
                .map(current -> conflict(item, "patient", Proposal.against(current, proposed)));
    }

    private static Conflict conflict(ReviewRow item, String about, List<ProposedField> fields) {
        return new Conflict(about, item.proposedAt(), fields);
    }
}
