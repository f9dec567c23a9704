package praxis.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.Appointment;
import praxis.schemas.event.BookingEvent.AppointmentStatus;
import praxis.schemas.event.Field;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * SPEC 3.3: events that all prove their order end in the same appointment, in whatever order they
 * are delivered, as long as they say everything but perhaps the status.
 */
class PermutationTest {
    private static final int HISTORIES = 600;
    private static final int MOST_EVENTS = 4;

    /** In which of the ways the tool proves the order. */
    private enum Proof {
        OCCURRED_AT,
        VERSION,
        UPDATED_AT;

        static Proof of(long seed) {
            return values()[(int) (seed % values().length)];
        }

        Webhook stamp(Webhook event, int at) {
            String time = "2026-03-0" + (at + 1) + "T08:00:00Z";
            return switch (this) {
                case OCCURRED_AT -> event.occurredAt(time);
                case VERSION -> event.version(at);
                case UPDATED_AT -> event.updatedAt(time);
            };
        }
    }

    /** What a person sees of an appointment. */
    private record Visible(Appointment.Content content, AppointmentStatus status) {}

    @Test
    void everyOrderOfDeliveryEndsInTheSameAppointment() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Webhook> events = events(new SplittableRandom(seed), Proof.of(seed));
            Visible inOrder = deliver(events);
            for (List<Webhook> order : permutations(events)) {
                assertThat(deliver(order)).as("seed %d: %s", seed, order).isEqualTo(inOrder);
            }
        }
    }

    /** The price of one stamp for all fields: a limit that is known, and not worth a stamp each. */
    @Test
    void amongOlderEventsTheFirstThatComesFillsWhatTheNewestLeftUnsaid() {
        Webhook first = Webhook.appointmentCreated("A1").by("Dr. Ida Brandt").version(1);
        Webhook second = Webhook.appointmentUpdated("A1").by("Dr. Eva Lindner").version(2);
        Webhook newest = Webhook.appointmentUpdated("A1").version(3);

        assertThat(deliver(List.of(first, second, newest)).content().therapistName())
                .isEqualTo(Field.of("Dr. Eva Lindner"));
        assertThat(deliver(List.of(newest, first, second)).content().therapistName())
                .isEqualTo(Field.of("Dr. Ida Brandt"));
    }

    private static Visible deliver(List<Webhook> events) {
        Practice practice = Practice.thatKnows("B1");
        events.forEach(practice::hears);
        assertThat(practice.openItems()).isEmpty();
        Appointment appointment = practice.appointment("A1");
        assertThat(appointment.patient()).isEqualTo(practice.bookingPatient("B1").patient());
        return new Visible(appointment.content(), appointment.status());
    }

    /** One appointment's life, in the order in which it occurred. */
    private static List<Webhook> events(SplittableRandom random, Proof proof) {
        return IntStream.range(0, random.nextInt(2, MOST_EVENTS + 1))
                .mapToObj(
                        at ->
                                proof.stamp(event(random), at)
                                        .at("2026-05-0" + (at + 1) + "T10:00:00+02:00")
                                        .lasting(10 * (at + 1))
                                        .by("Dr. Ida Brandt " + at)
                                        .service("Leistung " + at))
                .toList();
    }

    private static Webhook event(SplittableRandom random) {
        Webhook event =
                switch (random.nextInt(3)) {
                    case 0 -> Webhook.appointmentCreated("A1");
                    case 1 -> Webhook.appointmentUpdated("A1");
                    default -> Webhook.appointmentCancelled("A1").ofPatient("B1");
                };
        return switch (random.nextInt(5)) {
            case 0 -> event.status("scheduled");
            case 1 -> event.status("completed");
            case 2 -> event.status("cancelled");
            default -> event;
        };
    }

    private static List<List<Webhook>> permutations(List<Webhook> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Webhook>> all = new ArrayList<>();
        for (Webhook first : events) {
            List<Webhook> rest = events.stream().filter(event -> !event.equals(first)).toList();
            for (List<Webhook> tail : permutations(rest)) {
                List<Webhook> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
