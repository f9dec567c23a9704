package praxis.processor.model;

import praxis.schemas.command.Therapist;

import java.util.Comparator;
import java.util.List;

/** The therapists of a practice, in the order of their ids. */
public record Directory(List<Therapist> therapists) {
    public static final Directory EMPTY = new Directory(List.of());

    public Directory {
        therapists = therapists.stream().sorted(Comparator.comparing(Therapist::id)).toList();
    }

    public boolean has(String therapistId) {
        return therapists.stream().anyMatch(each -> each.id().equals(therapistId));
    }
}
