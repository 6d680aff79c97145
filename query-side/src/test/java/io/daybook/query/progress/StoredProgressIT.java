package io.daybook.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.EventLog;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredProgressIT {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final EventLog log = new EventLog();
    private final StoredProgress progress = new StoredProgress(log.reactive());

    @Test
    void waitsUntilTheSlowestSegmentIsThere() throws SQLException {
        token("orders", 0, "{\"index\":9,\"gaps\":[]}");
        token("orders", 1, null);
        var reached = progress.await("orders", 5, LONG);
        assertThat(progress.await("orders", 5, Duration.ofMillis(50)).join()).isZero();
        assertThat(reached).isNotDone();

        token("orders", 1, "{\"index\":7,\"gaps\":[6]}");

        assertThat(reached.join()).isEqualTo(5);
        assertThat(progress.position("orders")).isEqualTo(5);
    }

    @Test
    void tellsHowFarItCameWhenPatienceRunsOut() throws SQLException {
        token("orders", 0, "{\"index\":3,\"gaps\":[]}");

        assertThat(progress.await("orders", 4, Duration.ofMillis(200)).join()).isEqualTo(3);
    }

    @Test
    void whatWasSeenOnceNeedsNoMoreWaiting() throws SQLException {
        token("orders", 0, "{\"index\":3,\"gaps\":[]}");
        assertThat(progress.await("orders", 3, LONG).join()).isEqualTo(3);

        assertThat(progress.await("orders", 2, Duration.ZERO)).isCompletedWithValue(3L);
    }

    @Test
    void knowsNothingOfAProjectionThatNeverRan() {
        assertThat(progress.await("orders", 1, Duration.ofMillis(50)).join()).isZero();
        assertThat(progress.position("orders")).isZero();
    }

    private void token(String processor, int segment, @Nullable String json) throws SQLException {
        try (var connection = log.connect();
                var statement =
                        connection.prepareStatement(
                                "INSERT INTO daybook.token_entry (processor_name, segment, token)"
                                        + " VALUES (?, ?, convert_to(?, 'UTF8'))"
                                        + " ON CONFLICT (processor_name, segment) DO UPDATE SET token = excluded.token")) {
            statement.setString(1, processor);
            statement.setInt(2, segment);
            statement.setString(3, json);
            statement.executeUpdate();
        }
    }
}
