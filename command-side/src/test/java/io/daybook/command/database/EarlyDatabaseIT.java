package io.daybook.command.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyDatabaseIT {

    @TempDir private Path data;

    @Test
    void whoeverTakesItHasItRunning() throws Exception {
        try (var database = new EarlyDatabase.Starting(data).take();
                var connection =
                        DriverManager.getConnection(
                                database.url(), database.username(), database.password())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void whoeverTakesItHearsWhyItCannotStart() {
        try (var _ = EmbeddedDatabase.start(data)) {
            var second = new EarlyDatabase.Starting(data);

            assertThatThrownBy(second::take).isInstanceOf(DataDirectoryInUseException.class);
        }
    }

    @Test
    void endsWithAnApplicationThatNeverTookIt() throws Exception {
        var application = OtherApplication.start(NeverTaken.class, data);

        assertThat(application.waitFor()).isEqualTo(1);

        assertThat(data.resolve("postgres/PG_VERSION")).exists();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        try (var next = EmbeddedDatabase.start(data)) {
            assertThat(next.url()).contains("127.0.0.1");
        }
    }
}
