package io.daybook.command.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived the process that had started it. Its data is sound; it only has to stop
 * before a new one.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
    private static final long PATIENCE_SECONDS = 30;

    private OrphanedServer() {}

    static void stopIfRunning(Path serverDirectory) {
        find(serverDirectory).ifPresent(OrphanedServer::stop);
    }

    private static Optional<ProcessHandle> find(Path serverDirectory) {
        var pidFile = serverDirectory.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            // After a restart of the machine the number may belong to anybody.
            return ProcessHandle.of(pid).filter(process -> isServerOf(process, serverDirectory));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NumberFormatException stale) {
            return Optional.empty();
        }
    }

    private static boolean isServerOf(ProcessHandle process, Path serverDirectory) {
        var command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(serverDirectory.toString());
    }

    private static void stop(ProcessHandle server) {
        log.warn("Stopping PostgreSQL {}, left over from a process that was killed", server.pid());
        server.destroy();
        if (!hasExited(server)) {
            log.warn(
                    "PostgreSQL {} does not stop; killing it, the next start recovers from its log",
                    server.pid());
            server.destroyForcibly();
            if (!hasExited(server)) {
                throw new IllegalStateException(
                        "PostgreSQL %d cannot be stopped".formatted(server.pid()));
            }
        }
    }

    private static boolean hasExited(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillRunning) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
