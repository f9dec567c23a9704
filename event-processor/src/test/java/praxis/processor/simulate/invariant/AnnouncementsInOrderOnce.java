package praxis.processor.simulate.invariant;

import praxis.processor.model.LogRow;
import praxis.processor.simulate.world.Letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** All that rows announce goes out, in the order of the log, and twice only under the same id. */
final class AnnouncementsInOrderOnce implements Invariant {
    @Override
    public void check(History history, Consumer<String> complaint) {
        Map<Integer, List<UUID>> announced = new HashMap<>();
        for (LogRow row : history.run().rows()) {
            row.announcements().forEach(each -> add(announced, row.partition(), each.id()));
        }
        Map<UUID, Letter> arrived = new LinkedHashMap<>();
        history.run()
                .sent()
                .forEach(letter -> arrived.putIfAbsent(letter.announcement().id(), letter));
        Map<Integer, List<UUID>> heard = new HashMap<>();
        arrived.forEach((id, letter) -> add(heard, letter.partition(), id));
        if (!announced.equals(heard)) {
            complaint.accept("announced was " + announced + " and heard was " + heard);
        }
    }

    private static void add(Map<Integer, List<UUID>> lists, int partition, UUID id) {
        lists.computeIfAbsent(partition, _ -> new ArrayList<>()).add(id);
    }
}
