package praxis.processor.model;

import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.event.BookingEvent;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.EventReader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which parts of a practice's state a run of records can touch, as far as the records alone say; a
 * store loads these and all that hangs on them.
 *
 * @param said for each booking patient with events of its own, what these say of it, in order: it
 *     may be matched, linked or ended, so that its appointments and candidates are needed too
 * @param patients ours, as commands name them
 * @param reviews as commands name them
 * @param office as orders about the practice itself say
 * @param records how many records the run has
 */
public record Needs(
        Set<BookingPatientId> bookingPatients,
        Map<BookingPatientId, List<PatientFields>> said,
        Set<BookingAppointmentId> appointments,
        Set<String> identityKeys,
        Set<PatientId> patients,
        Set<UUID> reviews,
        OfficeNeeds office,
        int records) {

    public static Needs of(Collection<Received> run) {
        Needs needs = none(run.size());
        run.forEach(needs::add);
        return needs;
    }

    private static Needs none(int records) {
        return new Needs(
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new OfficeNeeds(),
                records);
    }

    /** How many patients of ours the run can change at most, those aside that it adds. */
    public int changes() {
        return patients.size() + said.values().stream().mapToInt(List::size).sum();
    }

    /** The booking patients with events of their own. */
    public Set<BookingPatientId> personal() {
        return said.keySet();
    }

    /** A copy that more can be added to. */
    public Needs copy() {
        Needs copy = none(records);
        copy.bookingPatients.addAll(bookingPatients);
        said.forEach((id, events) -> copy.said.put(id, new ArrayList<>(events)));
        copy.appointments.addAll(appointments);
        copy.identityKeys.addAll(identityKeys);
        copy.patients.addAll(patients);
        copy.reviews.addAll(reviews);
        copy.office.addAll(office);
        return copy;
    }

    /** All that answering the item may touch. */
    public void addAnsweringOf(ReviewItem item) {
        item.bookingPatient().ifPresent(this::addPerson);
        item.bookingAppointment().ifPresent(appointments::add);
        item.patient().ifPresent(patients::add);
        item.proposal()
                .ifPresent(
                        proposal -> {
                            identityKeys.add(proposal.identityKey());
                            Proposed.event(proposal).ifPresent(this::add);
                        });
    }

    /** The booking patient may be matched, linked or ended. */
    public void addPerson(BookingPatientId id) {
        note(id, PatientFields.none());
    }

    private void add(Received received) {
        switch (received.content()) {
            case Received.Content.Webhook(
                            EventReader.Reading.Understood(BookingEvent event),
                            var _) -> {
                identityKeys.add(IdentityKey.of(received, event));
                add(event);
            }
            case Received.Content.Command(SentCommand sent) -> {
                identityKeys.add(IdentityKey.of(sent));
                add(sent.command(), received.receivedAt());
            }
            case Received.Content.Webhook _,
                    Received.Content.Unsealed _,
                    Received.Content.Unusable _ -> {
                // Touches nothing.
            }
        }
    }

    private void add(BookingEvent event) {
        switch (event) {
            case BookingEvent.PatientCreated(_, _, var id, PatientFields fields) ->
                    note(id, fields);
            case BookingEvent.PatientUpdated(_, _, var id, PatientFields fields) ->
                    note(id, fields);
            case BookingEvent.PatientDeleted(_, _, var id) -> addPerson(id);
            case BookingEvent.AppointmentEvent appointment -> {
                appointments.add(appointment.bookingAppointmentId());
                appointment.bookingPatientId().ifPresent(bookingPatients::add);
            }
            case BookingEvent.Ping _ -> {
                // Touches nothing.
            }
        }
    }

    private void add(StaffCommand command, Instant orderedAt) {
        switch (command) {
            case StaffCommand.DecideReview decide -> {
                reviews.add(decide.review());
                if (decide.answer() instanceof StaffCommand.Answer.Link(UUID patient)) {
                    patients.add(new PatientId(patient));
                }
            }
            case StaffCommand.CreatePatient _ -> {
                // Touches nobody who is there already.
            }
            case StaffCommand.ChangePatient change -> patients.add(new PatientId(change.patient()));
            case StaffCommand.LinkPatient link -> {
                patients.add(new PatientId(link.patient()));
                addPerson(link.bookingPatient());
            }
            case StaffCommand.UnlinkPatient unlink -> {
                patients.add(new PatientId(unlink.patient()));
                unlink.bookingPatient().ifPresent(this::addPerson);
            }
            case StaffCommand.RestoreBookingPatient restore -> addPerson(restore.bookingPatient());
            case StaffCommand.ChangeSettings change -> {
                office.addDirectory();
                office.addTimePolicy(change.settings().timePolicy(), orderedAt);
            }
            case StaffCommand.ChangeTherapists _ -> office.addDirectory();
            case StaffCommand.ConnectLogin connect -> {
                patients.add(new PatientId(connect.patient()));
                connect.login().ifPresent(office::addLogin);
            }
            case StaffCommand.RedriveEvent redrive ->
                    identityKeys.add(IdentityKey.ofRedriven(redrive.event()));
            case StaffCommand.IssueCalendarFeed issue ->
                    patients.add(new PatientId(issue.patient()));
            case StaffCommand.RevokeCalendarFeed revoke ->
                    patients.add(new PatientId(revoke.patient()));
        }
    }

    private void note(BookingPatientId id, PatientFields fields) {
        bookingPatients.add(id);
        said.computeIfAbsent(id, _ -> new ArrayList<>()).add(fields);
    }
}
