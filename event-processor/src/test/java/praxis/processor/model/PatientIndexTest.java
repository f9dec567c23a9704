package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import praxis.schemas.event.BookingEvent.Gender;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

class PatientIndexTest {
    private static final MatchKey MAILBOX = new MatchKey("email:all@example.org");

    private final PatientIndex index = new PatientIndex();

    @Test
    void endsWhereMoreLoseKeyThanItsPartCanSpare() {
        List<Patient> family = List.of(sharing(1), sharing(2), sharing(3));
        family.forEach(each -> index.load(MAILBOX, each.id()));
        index.loadedInPart(MAILBOX, 2);

        leave(family.get(0));
        leave(family.get(1));
        Patient last = family.get(2);
        assertThatThrownBy(() -> leave(last)).isInstanceOf(TooMuchAtOnce.class);
    }

    @Test
    void countsOnlyThoseWhoBoreTheKeyBefore() {
        index.loadedInPart(MAILBOX, 0);
        Patient newcomer = sharing(1);
        index.replace(Optional.empty(), newcomer);
        leave(newcomer);
        assertThat(index.bearersOf(MAILBOX)).isEmpty();
    }

    @Test
    void takesBackWhatCameBack() {
        Patient known = sharing(1);
        index.load(MAILBOX, known.id());
        index.loadedInPart(MAILBOX, 1);
        for (int i = 0; i < 3; i++) {
            leave(known);
            index.replace(Optional.of(apart(known)), known);
        }
        assertThat(index.bearersOf(MAILBOX)).containsExactly(known.id());
    }

    private void leave(Patient patient) {
        index.replace(Optional.of(patient), apart(patient));
    }

    private static Patient sharing(int number) {
        return new Patient(
                new PatientId(new UUID(0, number)),
                new Patient.Details(
                        Optional.of("Vorname"),
                        Optional.of("Nachname"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Gender.UNKNOWN),
                Optional.empty(),
                Optional.of("all@example.org"),
                Optional.empty(),
                Optional.empty(),
                PatientField.Set.NONE,
                PatientField.Set.NONE,
                Optional.empty(),
                1);
    }

    private static Patient apart(Patient patient) {
        return patient.withBooking(patient.bookingSystemId(), Optional.empty());
    }
}
