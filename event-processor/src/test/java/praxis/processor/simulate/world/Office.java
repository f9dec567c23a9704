package praxis.processor.simulate.world;

import praxis.processor.apply.PracticeTables;
import praxis.processor.model.Patient;
import praxis.schemas.command.BookingToolUrl;
import praxis.schemas.command.PracticeSettings;
import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TherapistScope;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.command.Therapist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** What admins order about the practice itself: some of it as others meanwhile ordered it, too. */
final class Office {
    private static final List<Duration> HORIZONS =
            List.of(Duration.ofHours(24), Duration.ofHours(1), Duration.ZERO);
    private static final List<String> LOGINS = List.of("u0", "u1");
    private static final List<String> THERAPISTS = List.of("t0", "t1", "t2");

    private final PracticeTables tables;
    private final IntUnaryOperator below;

    /**
     * @param below makes a choice among so many
     */
    Office(PracticeTables tables, IntUnaryOperator below) {
        this.tables = tables;
        this.below = below;
    }

    StaffCommand order(Optional<Patient> patient) {
        int choice = below.applyAsInt(6);
        return choice > 3 && patient.isPresent()
                ? new StaffCommand.ConnectLogin(patient.get().id().value(), any(LOGINS))
                : choice == 3
                        ? new StaffCommand.ChangeTherapists(version(), therapists())
                        : new StaffCommand.ChangeSettings(version(), settings());
    }

    private long version() {
        return tables.settings().version() - (below.applyAsInt(6) == 1 ? 1 : 0);
    }

    private PracticeSettings settings() {
        return new PracticeSettings(
                any(THERAPISTS),
                any(List.of("https://termine.example.org/")).flatMap(BookingToolUrl::read),
                one(List.of(TimePolicy.values())),
                one(HORIZONS),
                one(List.of(TherapistScope.values())),
                one(List.of(CreatePolicy.values())),
                false,
                any(List.of(60)));
    }

    private List<Therapist> therapists() {
        List<Therapist> therapists = new ArrayList<>();
        for (String id : THERAPISTS) {
            if (below.applyAsInt(4) != 1) {
                therapists.add(
                        new Therapist(
                                id, "Praxis " + id, any(List.of("Dr. " + id)).stream().toList()));
            }
        }
        return therapists;
    }

    private <T> Optional<T> any(List<T> choices) {
        int choice = below.applyAsInt(choices.size() + 1);
        return choice == 0 ? Optional.empty() : Optional.of(choices.get(choice - 1));
    }

    private <T> T one(List<T> choices) {
        return choices.get(below.applyAsInt(choices.size()));
    }
}
