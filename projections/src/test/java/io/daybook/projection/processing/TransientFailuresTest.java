package io.daybook.projection.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.CannotCreateTransactionException;

class TransientFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57014", "57P01"})
    void areThoseOfTheDatabase(String state) {
        var failure = new IllegalStateException("wrapped", new SQLException("later", state));

        assertThat(TransientFailures.includes(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "23514", "42P01"})
    void areNotThoseOfAnEvent(String state) {
        assertThat(TransientFailures.includes(new SQLException("never", state))).isFalse();
        assertThat(TransientFailures.includes(new SQLException("who knows"))).isFalse();
        assertThat(TransientFailures.includes(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void includeAConnectionThatIsGone() {
        assertThat(
                        TransientFailures.includes(
                                new CannotCreateTransactionException(
                                        "no savepoint", new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void includeAPoolThatHasNoConnectionLeft() {
        assertThat(TransientFailures.includes(new SQLTransientConnectionException("timeout")))
                .isTrue();
    }
}
