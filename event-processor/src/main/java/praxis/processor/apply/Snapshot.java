package praxis.processor.apply;

import praxis.processor.model.Progress;
import praxis.schemas.record.PracticeId;

import java.util.Map;

/** Everything that a store holds at one moment, but for the log itself. */
public record Snapshot(
        Map<Integer, Progress> progress, Map<PracticeId, PracticeTables> practices) {}
