package io.daybook.command.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir private Path data;

    @Test
    void keepsItsDataThroughStopsAndKills() throws Exception {
        try (var first = EmbeddedDatabase.start(data);
                var connection = connectTo(first)) {
            connection.createStatement().execute("CREATE TABLE notes AS SELECT 'kept' AS note");
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "full_page_writes")).isEqualTo("on");
            assertThat(show(connection, "data_checksums")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                .isEqualTo("rw-------");

        var leftOver = orphanedServer();

        try (var next = EmbeddedDatabase.start(data);
                var connection = connectTo(next);
                var rows = connection.createStatement().executeQuery("SELECT note FROM notes")) {
            assertThat(leftOver.isAlive()).isFalse();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    void refusesASecondStartOnTheSameDirectory() {
        try (var first = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(DataDirectoryInUseException.class)
                    .hasMessageContaining(data.toString());

            assertThat(ProcessHandle.of(serverPid())).isPresent();
            assertThat(first.url()).contains("127.0.0.1");
        }
    }

    @Test
    void refusesStrangers() {
        try (var database = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    database.url(), database.username(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void movesAnUnfinishedFirstStartAside() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/postgresql.conf"), "# initdb got this far");

        try (var database = EmbeddedDatabase.start(data);
                var connection = connectTo(database);
                var kept = Files.list(data)) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(kept.map(Path::getFileName).map(Path::toString))
                    .anyMatch(name -> name.startsWith("postgres.unfinished-"));
        }
    }

    @Test
    void toleratesTheFileOfAServerThatIsGone() throws Exception {
        EmbeddedDatabase.start(data).close();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                "999999\n%s\n".formatted(data.resolve("postgres")));

        try (var database = EmbeddedDatabase.start(data);
                var connection = connectTo(database)) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    /** What a killed application leaves behind: the server runs on, but nobody holds the lock. */
    private ProcessHandle orphanedServer() throws Exception {
        var application = OtherApplication.start(ForeverRunning.class, data);
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(data.resolve("started")));
        var server = ProcessHandle.of(serverPid()).orElseThrow();

        application.destroyForcibly().waitFor();

        assertThat(server.isAlive()).isTrue();
        return server;
    }

    private long serverPid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Connection connectTo(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.username(), database.password());
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
