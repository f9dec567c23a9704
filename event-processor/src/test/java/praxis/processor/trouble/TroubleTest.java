package praxis.processor.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

class TroubleTest {
    private static final String PERSONAL = "Key (email)=(erika@example.org) already exists";

    @Test
    void tellsKindsAndPlaceButNoMessage() {
        RuntimeException failure =
                new IllegalStateException(
                        PERSONAL,
                        new IllegalArgumentException(
                                PERSONAL, new SQLException(PERSONAL, "23505")));
        assertThat(Trouble.describe(failure))
                .matches(
                        "IllegalStateException, caused by IllegalArgumentException, caused by"
                                + " SQLException 23505 at TroubleTest.java:\\d+");
    }

    @Test
    void saysWhatAnOperatorCanMend() {
        assertThat(Trouble.describe(new SQLException(PERSONAL, "28P01")))
                .startsWith("SQLException 28P01 (login refused) at TroubleTest.java:");
    }

    @Test
    void endsWhereCausesGoInCircles() {
        Exception one = new IllegalStateException();
        one.initCause(new IllegalArgumentException(one));
        assertThat(Trouble.describe(one))
                .startsWith("IllegalStateException, caused by IllegalArgumentException at ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03", "40P01", "55P03", "42P07"})
    void waitsForDatabaseThatIsAwayOrBusy(String state) {
        assertThat(Away.explains(wrapped(new SQLException("", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "28P01", "3D000", "42501", "42703"})
    void doesNotWaitForWhatWaitingWillNotMend(String state) {
        assertThat(Away.explains(wrapped(new SQLException("", state)))).isFalse();
    }

    @Test
    void waitsForPoolBrokerAndNetwork() {
        assertThat(Away.explains(new SQLTransientConnectionException())).isTrue();
        assertThat(Away.explains(wrapped(new TimeoutException()))).isTrue();
        assertThat(Away.explains(new KafkaException(new ConfigException("unknown host")))).isTrue();
        assertThat(Away.explains(wrapped(new ConnectException()))).isTrue();
    }

    @Test
    void doesNotWaitForPermissionOrMistakes() {
        assertThat(Away.explains(new TopicAuthorizationException("no"))).isFalse();
        assertThat(Away.explains(new SQLException())).isFalse();
        assertThat(Away.explains(new IllegalStateException())).isFalse();
    }

    @Test
    void doublesTheWaitUpToItsLimit() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
        assertThat(backoff.after(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(backoff.after(2)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.after(4)).isEqualTo(Duration.ofMillis(800));
        assertThat(backoff.after(5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(1));
    }

    private static RuntimeException wrapped(Exception cause) {
        return new IllegalStateException(cause);
    }
}
