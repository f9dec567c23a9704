package praxis.processor.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes short histories up, the same for the same seed: few people, much confusion. */
final class Histories {
    private static final List<String> EMAILS =
            List.of("eins@example.org", "zwei@example.org", "noreply@example.org");
    private static final List<String> FIRST_NAMES =
            List.of("Annegret", "Annegrett", "Benno", "Unbekannt");
    private static final List<String> LAST_NAMES = List.of("Sommerfeld", "Sommerfelt");
    private static final List<String> BIRTHS = List.of("1975-06-01", "2001-01-31", "1900-01-01");
    private static final List<String> PHONES = List.of("030 1234567", "+49 30 7654321");

    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();
    private Instant now = Practice.START;
    private int named;

    private Histories(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A webhook, and how long after the one before it is received. */
    record Step(Duration later, Webhook webhook) {
        Heard in(Practice practice) {
            return practice.later(later).hears(webhook);
        }
    }

    static List<Step> of(long seed) {
        Histories history = new Histories(seed);
        int length = history.random.nextInt(2, 30);
        while (history.steps.size() < length) {
            history.add();
        }
        return history.steps;
    }

    /** A practice with some cards on file, as the seed will have it. */
    static Practice practice(long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        Practice practice = Practice.empty();
        for (int i = random.nextInt(3); i > 0; i--) {
            Card card = Card.of(one(random, FIRST_NAMES), one(random, LAST_NAMES));
            card = random.nextBoolean() ? card.email(one(random, EMAILS)) : card;
            card = random.nextBoolean() ? card.born(one(random, BIRTHS)) : card;
            card = random.nextBoolean() ? card.phone(one(random, PHONES)) : card;
            var patient = practice.files(random.nextInt(5) == 0 ? card.archive() : card);
            if (random.nextInt(4) == 0) {
                practice.keepsApart("B1", patient);
            }
        }
        if (random.nextInt(8) == 0) {
            practice.ignores("B3");
        }
        return practice;
    }

    private void add() {
        Duration later = chance(5) ? Duration.ofHours(random.nextInt(40)) : Duration.ZERO;
        now = now.plus(later).plusSeconds(1);
        Webhook webhook =
                chance(4) && !steps.isEmpty()
                        ? steps.get(random.nextInt(steps.size())).webhook()
                        : named(stamped(fresh()));
        steps.add(new Step(later, chance(20) ? webhook.backfilled() : webhook));
    }

    private Webhook fresh() {
        String patient = "B" + random.nextInt(1, 4);
        String appointment = "A" + random.nextInt(1, 4);
        return switch (random.nextInt(12)) {
            case 0, 1 -> person(Webhook.patientCreated(patient).email(one(random, EMAILS)));
            case 2, 3, 4 -> person(Webhook.patientUpdated(patient));
            case 5 -> Webhook.patientDeleted(patient);
            case 6, 7 -> visit(Webhook.appointmentCreated(appointment).ofPatient(patient));
            case 8, 9 -> visit(Webhook.appointmentUpdated(appointment).ofPatient(patient));
            case 10 ->
                    chance(2)
                            ? Webhook.appointmentCancelled(appointment)
                            : visit(Webhook.appointmentCancelled(appointment).ofPatient(patient));
            default -> chance(2) ? Webhook.ping() : Webhook.appointmentCreated("A1").at("morgen");
        };
    }

    private Webhook person(Webhook webhook) {
        Webhook said = webhook;
        said = chance(2) ? said.with("first_name", one(random, FIRST_NAMES)) : said;
        said = chance(2) ? said.with("last_name", one(random, LAST_NAMES)) : said;
        said = chance(2) ? said.born(one(random, BIRTHS)) : said;
        said = chance(3) ? said.phone(one(random, PHONES)) : said;
        said = chance(6) ? said.nulling("phone") : said;
        return chance(3) ? said.email(one(random, EMAILS)) : said;
    }

    private Webhook visit(Webhook webhook) {
        Webhook said = webhook;
        said = chance(2) ? said.at("2026-04-0" + random.nextInt(1, 9) + "T10:00:00+02:00") : said;
        said = chance(3) ? said.by("Dr. Ida Brandt") : said;
        said = chance(6) ? said.nulling("therapist_name") : said;
        return chance(3)
                ? said.status(one(random, List.of("scheduled", "cancelled", "completed")))
                : said;
    }

    private Webhook stamped(Webhook webhook) {
        return switch (random.nextInt(6)) {
            case 0 -> webhook.version(random.nextInt(6));
            case 1 -> webhook.sequence(random.nextInt(6));
            case 2, 3 ->
                    webhook.occurredAt(now.minusSeconds(random.nextInt(-600, 7200)).toString());
            default -> webhook;
        };
    }

    private Webhook named(Webhook webhook) {
        return switch (random.nextInt(5)) {
            case 0 -> webhook.eventId("e" + named++);
            case 1 -> webhook.signedAs("msg_" + named++);
            default -> webhook;
        };
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private static <T> T one(SplittableRandom random, List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
