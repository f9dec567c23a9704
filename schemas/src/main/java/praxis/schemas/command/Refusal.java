package praxis.schemas.command;

import java.util.Arrays;
import java.util.Optional;

/** Why a command that was understood did nothing; the outcome's {@code what} in its log row. */
public enum Refusal {
    /** The practice has no such patient, booking patient or review item. */
    NOT_FOUND("not_found"),
    /** Somebody was first. */
    ALREADY_DECIDED("already_decided"),
    /** A later event settled the item, and no person is asked any more. */
    ALREADY_CLOSED("already_closed"),
    /** The booking patient belongs to another patient: that link must end first. */
    LINKED_ELSEWHERE("linked_elsewhere"),
    /** The answer is none to this kind of question. */
    NOT_POSSIBLE("not_possible"),
    /** The patient has several links, and the command does not say which. */
    SEVERAL_LINKS("several_links"),
    /** Somebody changed what the order was based on. */
    CHANGED_SINCE("changed_since"),
    /** The login is another patient's. */
    LOGIN_TAKEN("login_taken"),
    /** The event was processed since it failed. */
    ALREADY_PROCESSED("already_processed"),
    /** What the event said was erased, so nothing is left to process. */
    PAYLOAD_ERASED("payload_erased"),
    /** The command's id was used before, for something else. */
    ID_REUSED("id_reused");

    private final String wireName;

    Refusal(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Refusal> named(String name) {
        return Arrays.stream(values()).filter(each -> each.wireName.equals(name)).findAny();
    }
}
