package praxis.schemas.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import praxis.schemas.command.CommandJson.Reading;
import praxis.schemas.command.PracticeSettings.CreatePolicy;
import praxis.schemas.command.PracticeSettings.TherapistScope;
import praxis.schemas.command.PracticeSettings.TimePolicy;
import praxis.schemas.command.SentCommand.Sender;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.Gender;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

class CommandJsonTest {
    private static final UUID ID = UUID.fromString("0d9f6a52-67c5-4f6e-9d53-3a0c4a3c9b10");
    private static final Sender ADMIN = new Sender("admin-7", "admin");
    private static final PatientFields SPARSE =
            new PatientFields(
                    Field.cleared(),
                    Field.of("Änne"),
                    Field.absent(),
                    Field.absent(),
                    Field.of(LocalDate.of(1980, 2, 29)),
                    Field.of(Gender.FEMALE));

    static Stream<StaffCommand> commands() {
        BookingPatientId booking = new BookingPatientId("bp-1");
        return Stream.concat(
                Stream.of(
                                new Answer.Link(ID),
                                new Answer.Create(SPARSE),
                                new Answer.Dismiss(),
                                new Answer.TakeNew(),
                                new Answer.KeepCurrent(),
                                new Answer.Postpone(Optional.empty()),
                                new Answer.Postpone(
                                        Optional.of(Instant.parse("2026-12-01T00:00:00Z"))))
                        .map(answer -> new StaffCommand.DecideReview(ID, answer, Optional.of("ü"))),
                Stream.of(
                        new StaffCommand.CreatePatient(SPARSE, Optional.of("t-1")),
                        new StaffCommand.ChangePatient(ID, SPARSE, Field.cleared()),
                        new StaffCommand.ChangePatient(ID, PatientFields.none(), Field.absent()),
                        new StaffCommand.LinkPatient(ID, booking),
                        new StaffCommand.UnlinkPatient(ID, Optional.empty()),
                        new StaffCommand.UnlinkPatient(ID, Optional.of(booking)),
                        new StaffCommand.RestoreBookingPatient(booking),
                        new StaffCommand.ChangeSettings(0, PracticeSettings.DEFAULT),
                        new StaffCommand.ChangeSettings(
                                17,
                                new PracticeSettings(
                                        Optional.of("t-ü"),
                                        BookingToolUrl.read("https://termine.example.org/a?b=c"),
                                        TimePolicy.LOCAL,
                                        Duration.ZERO,
                                        TherapistScope.PRACTICE,
                                        CreatePolicy.WITH_FIRST_APPOINTMENT,
                                        true,
                                        Optional.of(1))),
                        new StaffCommand.ChangeTherapists(3, List.of()),
                        new StaffCommand.ChangeTherapists(
                                3,
                                List.of(
                                        new Therapist("t-2", "Dr. Zwei", List.of("b", "a", "b")),
                                        new Therapist("t-1", "Dr. Eins", List.of()))),
                        new StaffCommand.ConnectLogin(ID, Optional.of("u-1")),
                        new StaffCommand.ConnectLogin(ID, Optional.empty()),
                        new StaffCommand.RedriveEvent(ID),
                        new StaffCommand.IssueCalendarFeed(ID, "0f".repeat(32)),
                        new StaffCommand.RevokeCalendarFeed(ID)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void comesBackAsItWasWritten(StaffCommand command) {
        SentCommand sent = new SentCommand(ID, ADMIN, command);

        assertThat(CommandJson.read(StrictJson.parse(CommandJson.write(sent))))
                .isEqualTo(new Reading.Understood(sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"command_id\":\"x\",\"type\":\"review.decide\"}",
                "{\"command_id\":\"0d9f6a52-67c5-4f6e-9d53-3a0c4a3c9b10\",\"type\":\"drop\","
                        + "\"by\":{\"sub\":\"a\",\"role\":\"admin\"},\"data\":{}}",
                "{\"command_id\":\"0d9f6a52-67c5-4f6e-9d53-3a0c4a3c9b10\",\"type\":\"review.decide\","
                    + "\"by\":{\"sub\":\"a\",\"role\":\"admin\"},\"data\":{\"review_id\":"
                    + "\"0d9f6a52-67c5-4f6e-9d53-3a0c4a3c9b10\",\"decision\":\"guess\"}}",
                "{\"command_id\":\"0d9f6a52-67c5-4f6e-9d53-3a0c4a3c9b10\",\"type\":\"patient.create\","
                    + "\"by\":{\"sub\":\"a\",\"role\":\"admin\"},"
                    + "\"data\":{\"patient\":{\"email\":\"zwetschge\"}}}",
            })
    void refusesWhatItDoesNotUnderstandWithoutRepeatingIt(String body) {
        Reading reading = CommandJson.read(StrictJson.parse(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Unusable.class,
                        unusable ->
                                assertThat(unusable.reason())
                                        .contains("command")
                                        .doesNotContain("guess", "drop", "zwetschge"));
    }

    @Test
    void saysNothingPersonalInItsTextForm() {
        assertThat(
                        new SentCommand(
                                        ID,
                                        ADMIN,
                                        new StaffCommand.CreatePatient(SPARSE, Optional.empty()))
                                .toString())
                .doesNotContain("Änne");
    }
}
