package praxis.processor.apply;

import praxis.processor.model.Needs;
import praxis.processor.model.OfficeNeeds;
import praxis.processor.model.PatientId;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.event.BookingEvent.BookingAppointmentId;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Builds what a run names. */
final class Naming {
    private final Set<BookingPatientId> people = new TreeSet<>();
    private final Map<BookingPatientId, List<PatientFields>> said = new TreeMap<>();
    private final Set<BookingAppointmentId> appointments = new TreeSet<>();
    private final Set<String> identities = new TreeSet<>();
    private final Set<PatientId> patients = new TreeSet<>();
    private final Set<UUID> reviews = new TreeSet<>();
    private final OfficeNeeds office = new OfficeNeeds();
    private int records = 1;

    static Naming nothing() {
        return new Naming();
    }

    Naming person(BookingPatientId id) {
        people.add(id);
        return this;
    }

    Naming speaker(BookingPatientId id, PatientFields... events) {
        people.add(id);
        said.put(id, List.of(events));
        return this;
    }

    /** Somebody by whose e-mail addresses these patients are found. */
    Naming whoResembles(String... patients) {
        for (String patient : patients) {
            speaker(new BookingPatientId("seeker of " + patient), Samples.sayingEmail(patient));
        }
        return this;
    }

    Naming appointment(BookingAppointmentId id) {
        appointments.add(id);
        return this;
    }

    Naming identity(String key) {
        identities.add(key);
        return this;
    }

    Naming patient(PatientId id) {
        patients.add(id);
        return this;
    }

    Naming review(UUID id) {
        reviews.add(id);
        return this;
    }

    Naming directory() {
        office.addDirectory();
        return this;
    }

    Naming login(String login) {
        office.addLogin(login);
        return this;
    }

    Naming timePolicy(TimePolicy wanted, Instant at) {
        office.addTimePolicy(wanted, at);
        return this;
    }

    Naming records(int count) {
        records = count;
        return this;
    }

    Needs needs() {
        return new Needs(
                people, said, appointments, identities, patients, reviews, office, records);
    }
}
