package praxis.processor.match;

import praxis.processor.model.BookingState;
import praxis.processor.model.Counted;
import praxis.processor.model.KeyLadder;
import praxis.processor.model.MatchKey;
import praxis.processor.model.PatientId;
import praxis.schemas.event.BookingEvent.PatientFields;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom a newcomer may be, found by keys, never more than {@link BookingState#MAXIMUM_CANDIDATES}.
 *
 * @param hot what had too many bearers to look at each of them
 * @param capped whether even the finer keys had, so that somebody may be overlooked
 */
record Search(NavigableSet<PatientId> found, Set<String> hot, boolean capped) {
    static Search in(BookingState state, List<KeyLadder> ladders, PatientFields facts) {
        Searching searching = new Searching(state);
        ladders.forEach(searching::follow);
        searching.followRareNames(facts);
        return new Search(searching.found, searching.hot, searching.capped);
    }

    private static final class Searching {
        private final BookingState state;
        private final NavigableSet<PatientId> found = new TreeSet<>();
        private final Set<String> hot = new LinkedHashSet<>();
        private boolean capped;

        private Searching(BookingState state) {
            this.state = state;
        }

        private void follow(KeyLadder ladder) {
            if (take(ladder.key())) {
                return;
            }
            hot.add(ladder.kind().wireName());
            boolean all = !ladder.finer().isEmpty();
            for (MatchKey finer : ladder.finer()) {
                all &= take(finer);
            }
            capped |= !all;
        }

        private void followRareNames(PatientFields facts) {
            for (Counted name : Counted.of(facts)) {
                if (state.countOf(name) <= BookingState.RARE_NAME) {
                    name.key().ifPresent(this::take);
                }
            }
        }

        /** All bearers of a key, or none: some of them would be a matter of chance. */
        private boolean take(MatchKey key) {
            NavigableSet<PatientId> bearers = state.patientsWith(key);
            if (bearers.size() > BookingState.MAXIMUM_CANDIDATES) {
                return false;
            }
            long more = bearers.stream().filter(each -> !found.contains(each)).count();
            if (found.size() + more > BookingState.MAXIMUM_CANDIDATES) {
                return false;
            }
            found.addAll(bearers);
            return true;
        }
    }
}
