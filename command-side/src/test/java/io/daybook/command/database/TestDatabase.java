package io.daybook.command.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A brand-new empty database on a PostgreSQL that all tests of this JVM share: a container where
 * Docker runs, the embedded binaries where it does not. As durable as in production, because the
 * start-up guard insists on it.
 */
public record TestDatabase(String url, String username, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Never returns the same database twice. */
    public static TestDatabase fresh() {
        var server = Server.RUNNING;
        var name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        try (var connection =
                        DriverManager.getConnection(
                                server.url(), server.username(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot create " + name, failure);
        }
        return new TestDatabase(
                server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"),
                server.username(),
                server.password());
    }

    private static final class Server {

        static final TestDatabase RUNNING = start();

        private Server() {}

        private static TestDatabase start() {
            quieten(
                    "org.testcontainers",
                    "com.github.dockerjava",
                    "tc",
                    "io.zonky",
                    "init",
                    "pg_ctl",
                    "postgres");
            return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        }

        private static void quieten(String... loggers) {
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
                for (var logger : loggers) {
                    logback.getLogger(logger).setLevel(Level.OFF);
                }
            }
        }

        /** Testcontainers removes the container after this JVM. */
        private static TestDatabase container() {
            @SuppressWarnings("resource")
            var container =
                    new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                            .withCommand("postgres", "-c", "max_connections=300");
            container.start();
            return new TestDatabase(
                    container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        private static TestDatabase embedded() {
            try {
                var server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .setServerConfig("max_connections", "300")
                                .start();
                return new TestDatabase(
                        server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
