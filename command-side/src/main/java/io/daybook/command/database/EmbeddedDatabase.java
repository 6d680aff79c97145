package io.daybook.command.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * A PostgreSQL that this process starts and stops itself, on data that stays. As durable as an
 * external one: the library's defaults are made for tests and switch the disk off.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "daybook";
    private static final String USER = "postgres";
    private static final String LOCAL_PASSWORD_ONLY =
            """
            # Written by Daybook.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final DataDirectory directory;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres server, String password) {
        this.directory = directory;
        this.server = server;
        this.password = password;
    }

    /** Where it keeps its data, unless the settings name another folder. */
    static Path folder(Environment environment) {
        return Path.of(environment.getProperty("daybook.data", "./data"));
    }

    static EmbeddedDatabase start(Path data) {
        var directory = DataDirectory.lock(data);
        try {
            OrphanedServer.stopIfRunning(directory.server());
            directory.moveUnfinishedServerAside();
            var password = directory.password();
            var server = startServer(directory, password);
            if (!directory.isReady()) {
                setUp(server, directory, password);
            }
            log.info(
                    "PostgreSQL runs on port {} with its data in {}",
                    server.getPort(),
                    directory.server());
            return new EmbeddedDatabase(directory, server, password);
        } catch (IOException failure) {
            directory.close();
            throw new UncheckedIOException(
                    "Cannot start the embedded PostgreSQL on " + data, failure);
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private static EmbeddedPostgres startServer(DataDirectory directory, String password)
            throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.server())
                .setOverrideWorkingDirectory(Files.createDirectories(directory.binaries()).toFile())
                .setCleanDataDirectory(false)
                // Its hook would stop the server while the application still needs it.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .start();
    }

    private static void setUp(EmbeddedPostgres server, DataDirectory directory, String password)
            throws IOException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER USER %s PASSWORD '%s'".formatted(USER, password));
            Files.writeString(directory.server().resolve("pg_hba.conf"), LOCAL_PASSWORD_ONLY);
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("CREATE DATABASE " + NAME);
            statement.execute("CHECKPOINT");
            directory.markReady();
        } catch (SQLException | RuntimeException failure) {
            server.close();
            throw new IOException("Cannot set up the database", failure);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), NAME);
    }

    String username() {
        return USER;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            log.warn(
                    "PostgreSQL did not stop cleanly; the next start recovers from its log: {}",
                    failure.getMessage());
        } finally {
            directory.close();
        }
    }
}
