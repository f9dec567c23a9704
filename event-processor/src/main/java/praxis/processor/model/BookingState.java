package praxis.processor.model;

import org.jspecify.annotations.Nullable;

import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.record.PracticeId;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The state of one practice, or as much of it as a batch needs: loaded from a store, changed by
 * effects, and asked for what changed. Not safe for use by several threads.
 */
public final class BookingState {
    /** No more candidates than this are looked at for one key. */
    public static final int MAXIMUM_CANDIDATES = 200;

    /** Whoever has a name that no more have is looked at for this alone. */
    public static final int RARE_NAME = 20;

    private final PracticeId practice;
    private Settings settings;
    private Directory directory = Directory.EMPTY;
    private final Map<PatientId, Patient> patients = new HashMap<>();
    private final Map<BookingPatientId, BookingPatient> bookingPatients = new HashMap<>();
    private final Map<BookingAppointmentId, Appointment> appointments = new HashMap<>();
    private final Map<String, TakenIdentity> identities = new HashMap<>();
    private final Map<ReviewItem.Subject, ReviewItem> openReviews = new HashMap<>();
    private final Map<UUID, ReviewItem> reviews = new HashMap<>();
    private final Set<KeptApart> keptApart = new HashSet<>();
    private final Map<String, PatientId> logins = new HashMap<>();
    private final Map<PatientId, CalendarFeed> calendarFeeds = new HashMap<>();
    private final Map<UUID, FailedEvent> failedEvents = new HashMap<>();

    private final PatientIndex index = new PatientIndex();
    private final Map<PatientId, NavigableSet<BookingPatientId>> linksByPatient = new HashMap<>();
    private final Map<BookingPatientId, NavigableSet<BookingAppointmentId>> appointmentsByOwner =
            new HashMap<>();

    private final Changes changes = new Changes(index.changes());
    private @Nullable Instant lastSignOfLife;

    public BookingState(PracticeId practice, Settings settings) {
        this.practice = practice;
        this.settings = settings;
    }

    /** A pair that a person kept apart. */
    public record KeptApart(BookingPatientId bookingPatient, PatientId patient) {}

    public PracticeId practice() {
        return practice;
    }

    public Settings settings() {
        return settings;
    }

    public Directory directory() {
        return directory;
    }

    /** Whose login it is. */
    public Optional<PatientId> patientWithLogin(String login) {
        return Optional.ofNullable(logins.get(login));
    }

    /** In the order of their ids. */
    public List<Appointment> allAppointments() {
        return appointments.values().stream()
                .sorted(Comparator.comparing(each -> each.bookingAppointment().value()))
                .toList();
    }

    public Optional<Patient> patient(PatientId id) {
        return Optional.ofNullable(patients.get(id));
    }

    public Optional<BookingPatient> bookingPatient(BookingPatientId id) {
        return Optional.ofNullable(bookingPatients.get(id));
    }

    public Optional<Appointment> appointment(BookingAppointmentId id) {
        return Optional.ofNullable(appointments.get(id));
    }

    public Optional<TakenIdentity> identity(String key) {
        return Optional.ofNullable(identities.get(key));
    }

    public Optional<ReviewItem> openReview(ReviewItem.Subject subject) {
        return Optional.ofNullable(openReviews.get(subject));
    }

    /** An item, open or closed, that somebody has named. */
    public Optional<ReviewItem> review(UUID id) {
        return Optional.ofNullable(reviews.get(id));
    }

    public Optional<CalendarFeed> calendarFeed(PatientId patient) {
        return Optional.ofNullable(calendarFeeds.get(patient));
    }

    /** An event that failed, if an order of this run names it. */
    public Optional<FailedEvent> failedEvent(UUID id) {
        return Optional.ofNullable(failedEvents.get(id));
    }

    public boolean isKeptApart(BookingPatientId bookingPatient, PatientId patient) {
        return keptApart.contains(new KeptApart(bookingPatient, patient));
    }

    /** The patients that bear the key, in the order of their ids. */
    public NavigableSet<PatientId> patientsWith(MatchKey key) {
        return index.bearersOf(key);
    }

    /** How many active patients have this: what those before this record left. */
    public int countOf(Counted counted) {
        return index.countOf(counted);
    }

    /** The booking patients linked to a patient, in the order of their ids. */
    public NavigableSet<BookingPatientId> linksOf(PatientId patient) {
        return linksByPatient.getOrDefault(patient, Collections.emptyNavigableSet());
    }

    public NavigableSet<BookingAppointmentId> appointmentsOf(BookingPatientId owner) {
        return appointmentsByOwner.getOrDefault(owner, Collections.emptyNavigableSet());
    }

    public List<Appointment> allAppointmentsOf(BookingPatientId owner) {
        return appointmentsOf(owner).stream().flatMap(id -> appointment(id).stream()).toList();
    }

    /** Receipt of the newest webhook seen by this state; null before the first. */
    public @Nullable Instant lastSignOfLife() {
        return lastSignOfLife;
    }

    public void noteSignOfLife(Instant receivedAt) {
        if (lastSignOfLife == null || lastSignOfLife.isBefore(receivedAt)) {
            lastSignOfLife = receivedAt;
        }
    }

    public Changes changes() {
        return changes;
    }

    /** From here on, only what comes now counts as changed: the rest is kept elsewhere already. */
    public void forgetChanges() {
        changes.clear();
    }

    public void apply(Collection<Effect> effects) {
        effects.forEach(this::apply);
    }

    private void apply(Effect effect) {
        switch (effect) {
            case Effect.PutPatient(Patient patient) -> {
                index.replace(patient(patient.id()), patient);
                noteReleasedLogin(patient);
                changes.put(patients, changes.patients(), patient.id(), patient);
                load(patient);
            }
            case Effect.PutBookingPatient(BookingPatient bookingPatient) -> {
                changes.put(
                        bookingPatients,
                        changes.bookingPatients(),
                        bookingPatient.id(),
                        bookingPatient);
                load(bookingPatient);
            }
            case Effect.PutAppointment(Appointment appointment) -> {
                changes.put(
                        appointments,
                        changes.appointments(),
                        appointment.bookingAppointment(),
                        appointment);
                load(appointment);
            }
            case Effect.PutReview(ReviewItem item) -> {
                if (!item.isOpen()) {
                    openReviews.remove(item.subject());
                }
                load(item);
                changes.reviews().put(item.id(), item);
            }
            case Effect.TakeIdentity(TakenIdentity identity) -> {
                changes.put(identities, changes.identities(), identity.key(), identity);
                load(identity);
            }
            case Effect.DropAppointment(BookingAppointmentId appointment) -> drop(appointment);
            case Effect.KeepApart(BookingPatientId bookingPatient, PatientId patient) -> {
                KeptApart pair = new KeptApart(bookingPatient, patient);
                load(pair);
                changes.keptApart().add(pair);
            }
            case Effect.ChangeSettings(Settings changed) -> {
                settings = changed;
                changes.office().add(Changes.Office.SETTINGS);
            }
            case Effect.PutDirectory(Directory changed) -> {
                directory = changed;
                changes.office().add(Changes.Office.DIRECTORY);
            }
            case Effect.PutCalendarFeed(CalendarFeed feed) -> {
                load(feed);
                changes.calendarFeedsDropped().remove(feed.patient());
                changes.calendarFeeds().put(feed.patient(), feed);
            }
            case Effect.DropCalendarFeed(PatientId patient) -> {
                calendarFeeds.remove(patient);
                changes.calendarFeeds().remove(patient);
                changes.calendarFeedsDropped().add(patient);
            }
            case Effect.Announce _ -> {
                // Nothing in the state: announcements go out with the log rows.
            }
        }
    }

    private void noteReleasedLogin(Patient changed) {
        patient(changed.id())
                .filter(before -> before.userId().isPresent())
                .filter(before -> !before.userId().equals(changed.userId()))
                .ifPresent(before -> changes.loginsReleased().add(before.id()));
    }

    private void drop(BookingAppointmentId id) {
        Appointment dropped = appointments.remove(id);
        if (dropped != null) {
            dropped.bookingPatient()
                    .ifPresent(owner -> PatientIndex.remove(appointmentsByOwner, owner, id));
            changes.appointments().remove(id);
            changes.appointmentsDropped().add(id);
        }
    }

    public void load(Directory known) {
        directory = known;
    }

    public void load(Patient patient) {
        Patient before = patients.put(patient.id(), patient);
        if (before != null) {
            before.userId().ifPresent(login -> logins.remove(login, before.id()));
        }
        patient.userId().ifPresent(login -> logins.put(login, patient.id()));
    }

    public void load(MatchKey key, PatientId bearer) {
        index.load(key, bearer);
    }

    public void load(Counted counted, int patients) {
        index.load(counted, patients);
    }

    /**
     * More bear the key than were loaded.
     *
     * @param spares how many may lose it before that matters; then {@link TooMuchAtOnce}
     */
    public void loadedInPart(MatchKey key, int spares) {
        index.loadedInPart(key, spares);
    }

    public void load(BookingPatient bookingPatient) {
        BookingPatient before = bookingPatients.put(bookingPatient.id(), bookingPatient);
        if (before != null) {
            before.patient()
                    .ifPresent(old -> PatientIndex.remove(linksByPatient, old, before.id()));
        }
        bookingPatient
                .patient()
                .ifPresent(to -> PatientIndex.add(linksByPatient, to, bookingPatient.id()));
    }

    public void load(Appointment appointment) {
        Appointment before = appointments.put(appointment.bookingAppointment(), appointment);
        if (before != null) {
            before.bookingPatient()
                    .ifPresent(
                            old ->
                                    PatientIndex.remove(
                                            appointmentsByOwner, old, before.bookingAppointment()));
        }
        appointment
                .bookingPatient()
                .ifPresent(
                        owner ->
                                PatientIndex.add(
                                        appointmentsByOwner,
                                        owner,
                                        appointment.bookingAppointment()));
    }

    public void load(TakenIdentity identity) {
        identities.put(identity.key(), identity);
    }

    public void load(ReviewItem item) {
        reviews.put(item.id(), item);
        if (item.isOpen()) {
            openReviews.put(item.subject(), item);
        }
    }

    public void load(KeptApart pair) {
        keptApart.add(pair);
    }

    public void load(CalendarFeed feed) {
        calendarFeeds.put(feed.patient(), feed);
    }

    public void load(FailedEvent failed) {
        failedEvents.put(failed.id(), failed);
    }
}
