package praxis.processor.match;

import praxis.processor.match.Rules.Shares;
import praxis.processor.model.Agreement;
import praxis.processor.model.BookingState;
import praxis.processor.model.Counted;
import praxis.processor.normalise.PersonName;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says how often each field would look as it does, by the frequencies of the practice (after
 * Fellegi and Sunter): agreeing on a rare name proves more than on a common one.
 *
 * <p>Only the newcomer's names are asked for: no others are known to be loaded.
 */
final class Weighing {
    private final BookingState state;
    private final Person newcomer;
    private final int ofMailbox;
    private final int ofPhone;

    /**
     * @param ofMailbox how many patients have the newcomer's e-mail address
     * @param ofPhone how many have the newcomer's phone number
     */
    Weighing(BookingState state, Person newcomer, int ofMailbox, int ofPhone) {
        this.state = state;
        this.newcomer = newcomer;
        this.ofMailbox = ofMailbox;
        this.ofPhone = ofPhone;
    }

    Person newcomer() {
        return newcomer;
    }

    double patients() {
        return Math.max(1, state.countOf(Counted.PATIENT));
    }

    Shares email(Agreement email) {
        return switch (email) {
            case SAME -> new Shares(0.6, addressShare(ofMailbox), 0.4);
            case DIFFERENT -> new Shares(0.4, 1, 0.6);
            default -> Shares.SAY_NOTHING;
        };
    }

    Shares phone(Agreement phone) {
        return switch (phone) {
            case SAME -> new Shares(0.7, addressShare(ofPhone), 0.5);
            case DIFFERENT -> new Shares(0.3, 1, 0.5);
            default -> Shares.SAY_NOTHING;
        };
    }

    /** A number that many have is that of a home, or nobody's. */
    private double addressShare(int bearers) {
        return Math.max(Rules.RAREST_ADDRESS, (bearers - 1) / patients());
    }

    Shares firstName(Names names) {
        Agreement level = names.first();
        double frequency = frequency(newcomer.firstName(), Counted::firstName, level);
        double alike = alike(newcomer.firstName(), Counted::firstNameSounding);
        return switch (level) {
            // Father and son, mother and daughter.
            case SAME -> new Shares(0.84, frequency, frequency + 0.01);
            case TYPO -> new Shares(0.05, alike + 0.002, alike + 0.005);
            case SIMILAR -> new Shares(0.02, alike + 0.008, alike + 0.01);
            case PART -> new Shares(0.03, 0.01, 0.015);
            case INITIAL -> new Shares(0.01, 0.06, 0.06);
            case SWAPPED -> crosswise(names);
            case DIFFERENT -> new Shares(0.01, 0.95, 0.95);
            default -> Shares.SAY_NOTHING;
        };
    }

    Shares lastName(Names names) {
        Agreement level = names.last();
        double frequency = frequency(newcomer.lastName(), Counted::lastName, level);
        double alike = alike(newcomer.lastName(), Counted::lastNameSounding);
        return switch (level) {
            case SAME -> new Shares(0.84, frequency, 0.75);
            case TYPO -> new Shares(0.05, alike + 0.002, 0.01);
            case SIMILAR -> new Shares(0.02, alike + 0.006, 0.01);
            case PART -> new Shares(0.03, frequency + 0.002, 0.05);
            case INITIAL -> new Shares(0.01, 0.06, 0.06);
            case SWAPPED -> crosswise(names);
            // Who marries.
            case DIFFERENT -> new Shares(0.03, 0.98, 0.2);
            default -> Shares.SAY_NOTHING;
        };
    }

    private static Shares crosswise(Names names) {
        return alike(
                0.1,
                names.areSwapped() ? Rules.BOTH_CROSSWISE_BY_CHANCE : Rules.CROSSWISE_BY_CHANCE);
    }

    /** By chance one date in some 22,000 is this one: 60 years of them. */
    Shares birth(Births births) {
        return switch (births.level()) {
            // Twins.
            case SAME -> new Shares(0.92, 4.5e-5, 0.01);
            case SWAPPED -> alike(0.01, 4.5e-5);
            case TYPO ->
                    switch (births.wrong()) {
                        case DAY -> alike(0.012, 4.5e-4);
                        case MONTH -> alike(0.007, 1.5e-4);
                        case YEAR -> alike(0.014, 7e-4);
                        case SEVERAL -> alike(0.003, 3e-4);
                    };
            case PARTLY ->
                    switch (births.wrong()) {
                        case DAY -> alike(0.006, 9e-4);
                        case MONTH -> alike(0.006, 4e-4);
                        case YEAR, SEVERAL -> alike(0.006, 2e-3);
                    };
            case DIFFERENT -> new Shares(0.01, 0.995, 0.985);
            default -> Shares.SAY_NOTHING;
        };
    }

    /** A household makes no difference. */
    private static Shares alike(double onePerson, double byChance) {
        return new Shares(onePerson, byChance, byChance);
    }

    /** Of the rarest of its words: who shares that one shares the name. */
    private double frequency(
            Optional<PersonName> name, Function<String, Counted> counted, Agreement level) {
        // The patient looked at bears it, too, and does not count against himself.
        int own = level == Agreement.SAME || level == Agreement.PART ? 1 : 0;
        return rarest(name.map(PersonName::countedWords).orElseGet(List::of), counted, own);
    }

    private double alike(Optional<PersonName> name, Function<String, Counted> counted) {
        return rarest(name.map(PersonName::countedSounds).orElseGet(List::of), counted, 0);
    }

    private double rarest(List<String> parts, Function<String, Counted> counted, int own) {
        double rarest = 1;
        for (String part : parts) {
            int others = Math.max(0, state.countOf(counted.apply(part)) - own);
            double share = (others + Rules.UNSEEN_BEARERS) / (patients() + Rules.UNSEEN_PATIENTS);
            rarest = Math.min(rarest, share);
        }
        return Math.max(Rules.RAREST_NAME, rarest);
    }
}
