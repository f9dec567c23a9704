package praxis.processor.apply;

import org.jdbi.v3.core.Handle;

import praxis.processor.apply.MatchKeyDao.Wanted;
import praxis.processor.model.Appointment;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingState;
import praxis.processor.model.Counted;
import praxis.processor.model.MatchKey;
import praxis.processor.model.Needs;
import praxis.processor.model.OfficeNeeds;
import praxis.processor.model.PatientId;
import praxis.processor.model.PossibleKeys;
import praxis.processor.model.Settings;
import praxis.processor.model.TooMuchAtOnce;
import praxis.processor.normalise.Normaliser;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.record.PracticeId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Loads what a batch needs, over all its practices at once, in the order in which one thing tells
 * which others are needed. Each statement is given many keys and looks them up one by one; its
 * {@code offset 0} keeps the planner from turning that around and walking over the table instead.
 */
final class StateLoading {
    /**
     * So many patients can lose a key that is too common in one run, before it has to be cut into
     * shorter ones: what is loaded for the sake of that must not grow with the run.
     */
    static final int SPARE_BEARERS = 64;

    /** So many can lose a common name before it is looked for as a rare one. */
    private static final int SPARE_NAMES = 8;

    private static final int MOST_OF_A_KEY = BookingState.MAXIMUM_CANDIDATES + SPARE_BEARERS + 1;

    // Bound what one run holds in memory.
    static final int MOST_CANDIDATES = 50_000;
    private static final int MOST_BEARERS = 400_000;

    /** No local time lies further from UTC. */
    private static final Duration FURTHEST_ZONE = Duration.ofHours(18);

    private final Handle handle;
    // Widened by what turns out to be needed too.
    private final Map<PracticeId, Needs> needs = new TreeMap<>();
    private final Map<PracticeId, BookingState> states = new TreeMap<>();

    StateLoading(Handle handle, Map<PracticeId, Needs> needs) {
        this.handle = handle;
        needs.forEach((practice, need) -> this.needs.put(practice, need.copy()));
    }

    Map<PracticeId, BookingState> load() {
        loadPractices();
        loadOffice();
        loadWhatCommandsName();
        Set<InPractice<BookingPatientId>> people = loadAppointments();
        people.addAll(each(Needs::bookingPatients));
        BookingPatientDao.load(handle, List.copyOf(people), row -> state(row).load(row.value()));
        loadExpected();
        IdentityDao.load(handle, each(Needs::identityKeys), row -> state(row).load(row.value()));
        loadCandidates();
        KeptApartDao.load(handle, each(Needs::personal), row -> state(row).load(row.value()));
        CalendarFeedDao.load(handle, each(Needs::patients), row -> state(row).load(row.value()));
        ReviewDao.loadOpen(
                handle,
                List.copyOf(people),
                each(Needs::appointments),
                row -> state(row).load(row.value()));
        return states;
    }

    private void loadPractices() {
        Map<PracticeId, PracticeDao.Known> known = PracticeDao.load(handle, needs.keySet());
        for (PracticeId practice : needs.keySet()) {
            Optional<PracticeDao.Known> row = Optional.ofNullable(known.get(practice));
            states.put(
                    practice,
                    new BookingState(
                            practice,
                            row.map(PracticeDao.Known::settings).orElse(Settings.DEFAULT)));
            row.filter(each -> !each.keysVersion().equals(Normaliser.VERSION))
                    .ifPresent(_ -> KeyRenewal.renew(handle, practice));
        }
    }

    /** What orders about the practice itself look at. */
    private void loadOffice() {
        TherapistDao.load(
                handle,
                needs.keySet().stream().filter(each -> office(each).needsDirectory()).toList(),
                (practice, directory) -> state(practice).load(directory));
        for (PracticeId practice : needs.keySet()) {
            office(practice)
                    .readAgainFrom(state(practice).settings().timePolicy())
                    .ifPresent(
                            from ->
                                    AppointmentDao.loadSentInUtc(
                                            handle,
                                            practice,
                                            from.minus(FURTHEST_ZONE),
                                            row -> state(row).load(row.value())));
        }
        PatientDao.findByLogin(
                handle,
                each(need -> need.office().logins()),
                row -> need(row.practice()).patients().add(row.value()));
    }

    /** Whoever becomes a patient with the first appointment is looked for with it. */
    private void loadExpected() {
        List<InPractice<BookingPatientId>> expected =
                each(Needs::bookingPatients).stream()
                        .filter(row -> !need(row.practice()).personal().contains(row.value()))
                        .filter(
                                row ->
                                        state(row)
                                                .bookingPatient(row.value())
                                                .filter(BookingPatient::isExpected)
                                                .isPresent())
                        .toList();
        expected.forEach(row -> need(row.practice()).addPerson(row.value()));
        AppointmentDao.load(handle, List.of(), expected, row -> state(row).load(row.value()));
    }

    private OfficeNeeds office(PracticeId practice) {
        return need(practice).office();
    }

    /** Whoever a named item is about, and whoever a named patient is linked to. */
    private void loadWhatCommandsName() {
        List<InPractice<UUID>> reviews = each(Needs::reviews);
        ReviewDao.load(
                handle,
                reviews,
                row -> {
                    state(row).load(row.value());
                    need(row.practice()).addAnsweringOf(row.value());
                });
        for (InPractice<UUID> named : reviews) {
            // Perhaps one that this very run opens: then it is about somebody who speaks in it.
            if (state(named).review(named.value()).isEmpty()) {
                Needs need = need(named.practice());
                List.copyOf(need.bookingPatients()).forEach(need::addPerson);
            }
        }
        BookingPatientDao.loadLinks(
                handle,
                each(Needs::patients),
                row -> need(row.practice()).addPerson(row.value().id()));
    }

    /**
     * @return whom the appointments belong to
     */
    private Set<InPractice<BookingPatientId>> loadAppointments() {
        Set<InPractice<BookingPatientId>> owners = new LinkedHashSet<>();
        AppointmentDao.load(
                handle,
                each(Needs::appointments),
                each(Needs::personal),
                row -> {
                    Appointment appointment = row.value();
                    state(row).load(appointment);
                    appointment
                            .bookingPatient()
                            .ifPresent(
                                    owner -> owners.add(new InPractice<>(row.practice(), owner)));
                });
        return owners;
    }

    /** Those who bear a key of a newcomer, those whom newcomers are linked to, and their links. */
    private void loadCandidates() {
        Set<InPractice<PatientId>> found = new LinkedHashSet<>(each(Needs::patients));
        Set<InPractice<Wanted>> keys = new LinkedHashSet<>();
        Set<InPractice<Counted>> counted = new LinkedHashSet<>();
        for (PracticeId practice : needs.keySet()) {
            need(practice)
                    .said()
                    .forEach(
                            (id, events) -> {
                                Optional<BookingPatient> known = state(practice).bookingPatient(id);
                                known.flatMap(BookingPatient::patient)
                                        .ifPresent(
                                                patient ->
                                                        found.add(
                                                                new InPractice<>(
                                                                        practice, patient)));
                                PatientFields stored =
                                        known.map(BookingPatient::facts)
                                                .orElseGet(PatientFields::none);
                                keys.addAll(keysFor(practice, stored, events));
                                PossibleKeys.counted(stored, events)
                                        .forEach(
                                                each ->
                                                        counted.add(
                                                                new InPractice<>(practice, each)));
                            });
        }
        NameCountDao.load(
                handle,
                List.copyOf(counted),
                row -> state(row).load(row.value().counted(), row.value().patients()));
        counted.forEach(name -> rareKey(name).ifPresent(keys::add));
        found.addAll(loadBearers(keys));
        List<InPractice<PatientId>> patients = List.copyOf(found);
        PatientDao.load(handle, patients, row -> state(row).load(row.value()));
        BookingPatientDao.loadLinks(handle, patients, row -> state(row).load(row.value()));
    }

    /**
     * @return those whom a match may look at: not the bearers of a key that is too common, whatever
     *     the run does
     */
    private Set<InPractice<PatientId>> loadBearers(Set<InPractice<Wanted>> keys) {
        AtomicInteger loaded = new AtomicInteger();
        MatchKeyDao.load(
                handle,
                List.copyOf(keys),
                row -> {
                    bound(loaded.incrementAndGet(), MOST_BEARERS);
                    state(row).load(row.value().key(), row.value().patient());
                });
        Set<InPractice<PatientId>> few = new LinkedHashSet<>();
        for (InPractice<Wanted> wanted : keys) {
            MatchKey key = wanted.value().key();
            Set<PatientId> all = state(wanted).patientsWith(key);
            if (all.size() < wanted.value().most()) {
                all.forEach(each -> few.add(new InPractice<>(wanted.practice(), each)));
            } else {
                state(wanted).loadedInPart(key, SPARE_BEARERS);
            }
        }
        bound(few.size(), MOST_CANDIDATES);
        return few;
    }

    /** The key of a name that is rare, or may become so during the run. */
    private Optional<InPractice<Wanted>> rareKey(InPractice<Counted> name) {
        int tooMany = state(name).countOf(name.value()) - BookingState.RARE_NAME;
        Optional<MatchKey> key = name.value().key();
        if (tooMany > spareNames(need(name.practice()))) {
            key.ifPresent(common -> state(name).loadedInPart(common, tooMany - 1));
            return Optional.empty();
        }
        return key.map(rare -> new InPractice<>(name.practice(), new Wanted(rare, MOST_OF_A_KEY)));
    }

    /** As with {@link #SPARE_BEARERS}; what a single record takes away is loaded whatever it is. */
    private static int spareNames(Needs need) {
        return need.records() == 1 ? need.changes() : Math.min(need.changes(), SPARE_NAMES);
    }

    /** A single record is never too much: its keys have so many bearers each and no more. */
    private void bound(int loaded, int most) {
        if (loaded > most && needs.values().stream().mapToInt(Needs::records).sum() > 1) {
            throw new TooMuchAtOnce("more than " + most + " rows to look at");
        }
    }

    /**
     * More of each key than the matcher looks at, by as many as may be taken away from it: so what
     * it sees does not depend on where the run began.
     */
    private Set<InPractice<Wanted>> keysFor(
            PracticeId practice, PatientFields stored, List<PatientFields> events) {
        Set<InPractice<Wanted>> keys = new LinkedHashSet<>();
        for (MatchKey key : PossibleKeys.of(stored, events)) {
            keys.add(new InPractice<>(practice, new Wanted(key, MOST_OF_A_KEY)));
        }
        return keys;
    }

    private <T> List<InPractice<T>> each(Function<Needs, Collection<T>> part) {
        List<InPractice<T>> rows = new ArrayList<>();
        for (PracticeId practice : needs.keySet()) {
            for (T value : part.apply(need(practice))) {
                rows.add(new InPractice<>(practice, value));
            }
        }
        return rows;
    }

    private Needs need(PracticeId practice) {
        return Objects.requireNonNull(needs.get(practice));
    }

    private BookingState state(InPractice<?> row) {
        return state(row.practice());
    }

    private BookingState state(PracticeId practice) {
        return Objects.requireNonNull(states.get(practice));
    }
}
