package praxis.read.reviews;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why a person is asked (SPEC 4), and how that can be answered (SPEC 5). */
enum ReviewKind {
    EMAIL_MISMATCH(true),
    EMAIL_MISSING(true),
    EMAIL_ONLY(true),
    EMAIL_SHARED(true),
    ALREADY_LINKED(true),
    AMBIGUOUS(true),
    UNKNOWN_PATIENT(true),
    UNLINKED(true),
    LINK_CONTRADICTED(false),
    APPOINTMENT_MOVED(false),
    POSSIBLY_OUTDATED(false),
    REVIVED_APPOINTMENT(false);

    /** Who somebody is, and not which of two versions holds. */
    private final boolean asksWho;

    ReviewKind(boolean asksWho) {
        this.asksWho = asksWho;
    }

    private List<String> answers() {
        return asksWho ? Answers.WHO_IS_IT : Answers.WHICH_HOLDS;
    }

    /** The answers as they are written, to each of the two sorts of question. */
    static final class Answers {
        static final String LINK = "link";
        static final String CREATE = "create";
        static final String DISMISS = "dismiss";
        static final String TAKE_NEW = "take_new";
        static final String KEEP_CURRENT = "keep_current";
        static final String POSTPONE = "postpone";

        /** Another word for {@link #CREATE}: the newcomer is none of the candidates. */
        static final String KEEP_APART = "keep_apart";

        static final List<String> ALL =
                List.of(LINK, CREATE, KEEP_APART, DISMISS, TAKE_NEW, KEEP_CURRENT, POSTPONE);

        private static final List<String> WHO_IS_IT = List.of(LINK, CREATE, DISMISS, POSTPONE);
        private static final List<String> WHICH_HOLDS = List.of(TAKE_NEW, KEEP_CURRENT, POSTPONE);

        private Answers() {}
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ReviewKind::name).toList();
    }

    /** What can be decided; a kind of a later release can at least be put off. */
    static List<String> answersTo(String kind) {
        return named(kind).map(ReviewKind::answers).orElse(List.of(Answers.POSTPONE));
    }

    private static Optional<ReviewKind> named(String kind) {
        return Arrays.stream(values()).filter(each -> each.name().equals(kind)).findAny();
    }
}
