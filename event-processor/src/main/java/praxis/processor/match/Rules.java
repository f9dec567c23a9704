package praxis.processor.match;

/**
 * What the matcher goes by. Shares are of pairs: how often a field looks like this when both are
 * one person, when they are strangers, and when they are of one household.
 */
public final class Rules {
    /** Goes into every outcome, so that a later release can tell who decided. */
    public static final String VERSION = "2";

    /** From here on a person is asked. */
    static final double ASK_FROM = 0.2;

    /** From here on it is most probably the same person. */
    static final double LIKELY_FROM = 0.9;

    /** How many newcomers are on file already, for each one who is not. */
    static final double RETURNING = 1;

    /** How many of a newcomer's household are on file, on average. */
    static final double RELATIVES = 0.5;

    /** A practice that shows us fewer has more in its drawers: the prior is that of so many. */
    static final double FEWEST_PATIENTS = 100;

    /** A practice's own counts say little before it has some patients. */
    static final double UNSEEN_PATIENTS = 50;

    /** Somebody else who will come has this name, too, even if nobody has yet. */
    static final double UNSEEN_BEARERS = 0.5;

    static final double RAREST_NAME = 1e-5;
    static final double RAREST_ADDRESS = 1e-5;

    /** That somebody's first name is somebody else's last name, and for both names at once. */
    static final double CROSSWISE_BY_CHANCE = 0.003;

    static final double BOTH_CROSSWISE_BY_CHANCE = 0.0005;

    /** No more candidates are shown or kept. */
    static final int MOST_SHOWN = 20;

    /** How probable something is of one person, of strangers, of one household. */
    record Shares(double onePerson, double strangers, double household) {
        static final Shares SAY_NOTHING = new Shares(1, 1, 1);
    }

    private Rules() {}
}
