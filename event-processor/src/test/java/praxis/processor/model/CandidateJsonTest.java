package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.processor.model.ReviewItem.Candidate;
import praxis.processor.model.ReviewItem.Comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class CandidateJsonTest {
    @Test
    void comesBackAsItWasWritten() {
        List<Candidate> candidates =
                Arrays.stream(Agreement.values())
                        .map(
                                level ->
                                        new Candidate(
                                                new PatientId(new UUID(1, 2)),
                                                Optional.of(0.177),
                                                List.of("email"),
                                                List.of("phone", "last_name"),
                                                List.of(
                                                        new Comparison("phone", level, -0.0),
                                                        new Comparison("email", level, -6.6))))
                        .toList();

        assertThat(CandidateJson.read(CandidateJson.write(candidates))).isEqualTo(candidates);
    }
}
