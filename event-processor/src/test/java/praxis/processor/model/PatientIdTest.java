package praxis.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

class PatientIdTest {
    @Test
    void comparesByBytesAsTheDatabaseDoes() {
        List<PatientId> inOrder =
                Stream.of(
                                "00000000-0000-0000-0000-000000000000",
                                "00000000-0000-0000-8000-000000000000",
                                "7fffffff-ffff-ffff-ffff-ffffffffffff",
                                "80000000-0000-0000-0000-000000000000",
                                "ffffffff-ffff-ffff-7fff-ffffffffffff",
                                "ffffffff-ffff-ffff-ffff-ffffffffffff")
                        .map(UUID::fromString)
                        .map(PatientId::new)
                        .toList();
        assertThat(inOrder.reversed().stream().sorted()).isEqualTo(inOrder);
        assertThat(inOrder.getFirst()).isEqualByComparingTo(inOrder.getFirst());
    }
}
