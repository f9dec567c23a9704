package praxis.processor.model;

import praxis.processor.model.ReviewItem.Candidate;

import java.util.List;
import java.util.Set;

/**
 * Why a match ended as it did; ids, field names and figures, no values.
 *
 * @param patients how many the practice had: the more, the less a likeness proves
 * @param lookedAt how many candidates were compared
 * @param hot which keys too many had
 * @param askFrom from which probability on a person is asked
 * @param likelyFrom from which on it is taken for most probable
 * @param candidates the likeliest of those compared, also of those who were too unlike to ask about
 */
public record Explanation(
        int patients,
        int lookedAt,
        Set<String> hot,
        double askFrom,
        double likelyFrom,
        List<Candidate> candidates) {}
