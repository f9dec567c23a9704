package praxis.sandbox.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** SPEC 3.3, walked through over HTTP: duplicates, retries, order. */
@ExtendWith(WithSandbox.class)
class DeliveryRulesIT {
    private static final String MORNING = "2032-05-05T09:00:00+02:00";
    private static final String NOON = "2032-05-05T12:00:00+02:00";
    private static final String EVENING = "2032-05-06T18:00:00+02:00";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private String number = "";
    private String patient = "";

    /** Each test has a patient of its own, whom nobody resembles. */
    @BeforeEach
    void registerSomebody(Practice practice) throws InterruptedException {
        number = "d-" + NUMBER.incrementAndGet();
        Entry entry =
                practice.hears(
                        Told.patientCreated(number)
                                .named(
                                        "Xenia",
                                        "Zweig-" + "abcdefghijklmnopqrst".charAt(NUMBER.get()))
                                .with("email", number + "@example.org")
                                .with("date_of_birth", Told.birthdayOf(number)));
        assertThat(entry).hasToString("success created");
        patient = entry.patientId();
    }

    @Test
    void knowsSecondDeliveryByItsId(Practice practice) throws Exception {
        Told told = booked(MORNING).as("msg-" + number);

        assertThat(practice.hears(told).status()).isEqualTo("success");
        assertThat(practice.hears(told).status()).isEqualTo("duplicate");
    }

    @Test
    void refusesTakenIdWithAnotherBody(Practice practice) throws Exception {
        practice.hears(booked(MORNING).as("msg-" + number));

        Entry other = practice.hears(booked(EVENING).as("msg-" + number));

        assertThat(other.status()).isEqualTo("error");
        assertThat(start(practice)).isEqualTo(Instant.parse("2032-05-05T07:00:00Z"));
    }

    @Test
    void processesCorrectedResendAfterAnError(Practice practice) throws Exception {
        Told wrong = booked(MORNING).with("duration_minutes", -1).as("msg-" + number);
        assertThat(practice.hears(wrong).status()).isEqualTo("error");

        Told corrected = booked(MORNING).as("msg-" + number);
        assertThat(practice.hears(corrected).status()).isEqualTo("success");
        assertThat(practice.appointmentsOf(patient)).hasSize(1);
    }

    @Test
    void takesEnvelopesIdWhereNoneIsSigned(Practice practice) throws Exception {
        Told told = booked(MORNING).outside("event_id", "evt-" + number);
        assertThat(practice.hears(told).status()).isEqualTo("success");
        assertThat(practice.hears(told).status()).isEqualTo("duplicate");
        assertThat(practice.hears(told.with("service_name", "Massage")).status())
                .isEqualTo("error");
    }

    @Test
    void knowsIdenticalBodyWhoseResultIsTheState(Practice practice) throws Exception {
        assertThat(practice.hears(booked(MORNING)).status()).isEqualTo("success");
        assertThat(practice.hears(booked(MORNING)).status()).isEqualTo("duplicate");
    }

    @Test
    void knowsHistoryThatIsDeliveredOnceMore(Practice practice) throws Exception {
        practice.hears(booked(MORNING));
        practice.hears(rebooked(EVENING));

        Entry again = practice.hears(booked(MORNING).delivery().asBackfill());
        assertThat(again.status()).isEqualTo("duplicate");
        assertThat(start(practice)).isEqualTo(Instant.parse("2032-05-06T16:00:00Z"));
    }

    @Test
    void asksWhenLateRetryAndChangeBackLookAlike(Practice practice) throws Exception {
        practice.hears(booked(MORNING));
        practice.hears(rebooked(EVENING));

        assertThat(practice.hears(booked(MORNING))).hasToString("needs_review POSSIBLY_OUTDATED");
        assertThat(start(practice)).isEqualTo(Instant.parse("2032-05-06T16:00:00Z"));
    }

    @Test
    void provesOrderByVersion(Practice practice) throws Exception {
        practice.hears(booked(EVENING).with("version", 7));
        Entry older =
                practice.hears(
                        rebooked(MORNING).with("version", 6).with("service_name", "Massage"));

        assertThat(older.status()).isEqualTo("stale");
        assertThat(start(practice)).isEqualTo(Instant.parse("2032-05-06T16:00:00Z"));
        JsonNode appointment = practice.appointmentOf(patient);
        assertThat(appointment.path("service_name").asText())
                .as("what was never said is filled in")
                .isEqualTo("Massage");
    }

    @Test
    void provesOrderByTimeOfOccurrence(Practice practice) throws Exception {
        practice.hears(booked(EVENING).outside("occurred_at", "2026-01-02T10:00:00Z"));
        Entry older =
                practice.hears(rebooked(MORNING).outside("occurred_at", "2026-01-02T09:00:00Z"));

        assertThat(older.status()).isEqualTo("stale");
        assertThat(start(practice)).isEqualTo(Instant.parse("2032-05-06T16:00:00Z"));
    }

    @Test
    void believesTheLastReceivedWithoutProof(Practice practice) throws Exception {
        practice.hears(booked(EVENING).with("version", 7));
        practice.hears(rebooked(NOON).outside("occurred_at", "2020-01-01T00:00:00Z"));

        assertThat(start(practice)).isEqualTo(Instant.parse("2032-05-05T10:00:00Z"));
    }

    @Test
    void ignoresTimeOfOccurrenceFromTheFuture(Practice practice) throws Exception {
        String ahead = Instant.now().plus(Duration.ofMinutes(20)).toString();
        Entry entry = practice.hears(booked(MORNING).outside("occurred_at", ahead));
        assertThat(entry.status()).isEqualTo("success");
        assertThat(entry.notes()).contains("time_ahead_of_receipt_ignored");

        String now = Instant.now().toString();
        practice.hears(rebooked(EVENING).outside("occurred_at", now));
        assertThat(start(practice)).isEqualTo(Instant.parse("2032-05-06T16:00:00Z"));
    }

    @Test
    void welcomesEveryPing(Practice practice) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(practice.hears(Told.event("ping").as("ping-" + number)).status())
                    .isEqualTo("success");
        }
    }

    private Told booked(String scheduledAt) {
        return Told.booked("a-" + number, number, scheduledAt);
    }

    private Told rebooked(String scheduledAt) {
        return Told.rebooked("a-" + number, number, scheduledAt);
    }

    private Instant start(Practice practice) {
        return Instant.parse(practice.appointmentOf(patient).path("scheduled_at").asText());
    }
}
