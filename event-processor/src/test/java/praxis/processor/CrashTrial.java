package praxis.processor;

import org.jspecify.annotations.Nullable;

import praxis.processor.CrashAttempt.Occasion;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns at which points a processor can die, and lets processes die there, one after the other,
 * each of which has recovered what the one before it left.
 */
final class CrashTrial {
    private static final String TRAFFIC = "traffic";
    private static final int ROUNDS_WITHOUT_NEWS = 3;
    private static final int MOST_ROUNDS = 20;

    private final CrashGround ground;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> passed = new LinkedHashSet<>();
    private final Set<CrashAttempt> deaths = new LinkedHashSet<>();
    private @Nullable CrashingLife recovered;

    CrashTrial(CrashGround ground) {
        this.ground = ground;
    }

    /** Lives without dying: everything that is passed, and when. */
    Set<CrashAttempt> learn() {
        CrashingLife first = ground.begin(CrashingLife.NOWHERE);
        ground.awaitCaughtUp(first);
        first.awaitReady();
        first.open(TRAFFIC);
        ground.prepare();
        for (int quiet = 0; quiet < ROUNDS_WITHOUT_NEWS; quiet++) {
            int before = first.points();
            ground.sendRound();
            ground.awaitCaughtUp(first);
            quiet = first.points() > before ? -1 : quiet;
        }
        bury(first);

        CrashingLife second = ground.begin(CrashingLife.NOWHERE);
        ground.awaitCaughtUp(second);
        second.awaitReady();
        bury(second);
        return attempts(first.passed(), second.passed());
    }

    private Set<CrashAttempt> attempts(
            Map<String, Set<String>> first, Map<String, Set<String>> second) {
        Set<CrashAttempt> attempts = new LinkedHashSet<>();
        Set<String> atRestart = second.getOrDefault(CrashingLife.UNTITLED, Set.of());
        Set<String> atFirstStart = first.getOrDefault(CrashingLife.UNTITLED, Set.of());
        for (String point : first.getOrDefault(TRAFFIC, Set.of())) {
            attempts.add(new CrashAttempt(point, Occasion.UNDER_TRAFFIC));
        }
        for (String point : atRestart) {
            attempts.add(new CrashAttempt(point, Occasion.AT_A_RESTART));
        }
        for (String point : atFirstStart) {
            // A migration does its work at the first start; at others it looks whether it has.
            if (!atRestart.contains(point) || point.endsWith("migration")) {
                attempts.add(new CrashAttempt(point, Occasion.AT_THE_FIRST_START));
            }
        }
        attempts.forEach(attempt -> known.add(attempt.point()));
        return attempts;
    }

    /** Deaths at a start between others, so that whoever recovers from one dies of the other. */
    static List<CrashAttempt> mixed(Collection<CrashAttempt> attempts) {
        Map<Boolean, Deque<CrashAttempt>> parts =
                attempts.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        attempt -> attempt.occasion() == Occasion.UNDER_TRAFFIC,
                                        Collectors.toCollection(ArrayDeque::new)));
        List<CrashAttempt> mixed = new ArrayList<>();
        while (mixed.size() < attempts.size()) {
            parts.values().stream()
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> mixed.add(part.remove()));
        }
        return mixed;
    }

    /** Dies there, at another occasion if the point is not passed again at this one. */
    boolean die(CrashAttempt learnt) throws SQLException {
        CrashAttempt attempt = learnt;
        for (int tried = 0; tried < Occasion.values().length; tried++) {
            if (dies(attempt)) {
                deaths.add(attempt);
                return true;
            }
            attempt = attempt.otherwise();
        }
        return false;
    }

    private boolean dies(CrashAttempt attempt) throws SQLException {
        CrashingLife life =
                switch (attempt.occasion()) {
                    case UNDER_TRAFFIC -> underTraffic(attempt.point());
                    case AT_A_RESTART -> atRestart(attempt.point());
                    case AT_THE_FIRST_START -> atFirstStart(attempt.point());
                };
        boolean died = !life.isAlive();
        if (died) {
            life.assertHalted(attempt.toString());
        }
        bury(life);
        return died;
    }

    private CrashingLife underTraffic(String point) {
        CrashingLife life = recover();
        recovered = null;
        life.arm(point);
        sendUntilDead(life);
        return life;
    }

    private CrashingLife atRestart(String point) {
        if (!ground.isPrepared()) {
            // Nobody can send before somebody has made the topic.
            recover();
        }
        buryRecovered();
        ground.sendRound();
        CrashingLife life = ground.begin(point);
        ground.awaitCaughtUpOrDead(life);
        sendUntilDead(life);
        return life;
    }

    private CrashingLife atFirstStart(String point) throws SQLException {
        buryRecovered();
        ground.renew();
        CrashingLife life = ground.begin(point);
        ground.awaitCaughtUpOrDead(life);
        if (life.isAlive()) {
            ground.prepare();
            sendUntilDead(life);
        }
        return life;
    }

    private void sendUntilDead(CrashingLife life) {
        for (int sent = 0; sent < MOST_ROUNDS && life.isAlive(); sent++) {
            ground.sendRound();
            ground.awaitCaughtUpOrDead(life);
        }
    }

    /** Somebody lives who has put in order what the last one left. */
    CrashingLife recover() {
        CrashingLife life = recovered;
        if (life == null) {
            life = ground.begin(CrashingLife.NOWHERE);
            ground.awaitCaughtUp(life);
            ground.prepare();
            ground.awaitCaughtUp(life);
            ground.check("after " + lastDeath());
            recovered = life;
        }
        return life;
    }

    private void buryRecovered() {
        CrashingLife life = recovered;
        recovered = null;
        if (life != null) {
            bury(life);
        }
    }

    private String lastDeath() {
        return deaths.isEmpty() ? "no death" : List.copyOf(deaths).getLast().toString();
    }

    void end() {
        recover();
        buryRecovered();
    }

    Set<CrashAttempt> deaths() {
        return deaths;
    }

    /** Points that were passed first while others were died at. */
    Set<String> news() {
        Set<String> news = new LinkedHashSet<>(passed);
        news.removeAll(known);
        known.addAll(news);
        return news;
    }

    private void bury(CrashingLife life) {
        ground.bury(life);
        life.passed().values().forEach(passed::addAll);
    }
}
