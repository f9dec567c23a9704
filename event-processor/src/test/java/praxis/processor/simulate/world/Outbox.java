package praxis.processor.simulate.world;

import praxis.processor.model.LogRow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sends what committed rows announce; it may die before it has marked what it sent. */
final class Outbox {
    private static final int MARKING_WORKS = 6;

    private final List<LogRow> rows;
    private final Postman postman;
    private final List<Letter> written = new ArrayList<>();
    private final List<Letter> sent = new ArrayList<>();
    private final Set<Letter> marked = new HashSet<>();
    private int looked;

    Outbox(List<LogRow> rows, Postman postman) {
        this.rows = rows;
        this.postman = postman;
    }

    /** All that went out, in order, twice where it went out twice. */
    List<Letter> sent() {
        return List.copyOf(sent);
    }

    void sendSome(Chance chance) {
        List<Letter> due = due();
        List<Letter> going = due.subList(0, Math.min(due.size(), 1 + chance.below("outbox", 3)));
        sent.addAll(going);
        if (chance.below("outbox", MARKING_WORKS + 1) < MARKING_WORKS) {
            marked.addAll(going);
        }
    }

    void sendAll() {
        List<Letter> due = due();
        sent.addAll(due);
        marked.addAll(due);
    }

    private List<Letter> due() {
        for (; looked < rows.size(); looked++) {
            LogRow row = rows.get(looked);
            for (int i = 0; i < row.announcements().size(); i++) {
                written.add(
                        new Letter(row.partition(), row.offset(), i, row.announcements().get(i)));
            }
        }
        return postman.due(written, marked);
    }
}
