package io.daybook.command.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an embedded server keeps on disk, owned by one process at a time. The lock is taken before
 * anything else is looked at: a second instance would otherwise take the first one's server for an
 * orphan and stop it.
 */
final class DataDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);

    private final Path home;
    private final FileChannel lockFile;

    private DataDirectory(Path home, FileChannel lockFile) {
        this.home = home;
        this.lockFile = lockFile;
    }

    static DataDirectory lock(Path directory) {
        try {
            var home = Files.createDirectories(directory.toAbsolutePath().normalize());
            var channel =
                    FileChannel.open(
                            home.resolve("daybook.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DataDirectoryInUseException(home);
            }
            return new DataDirectory(home, channel);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot use the data directory " + directory, failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path server() {
        return home.resolve("postgres");
    }

    Path binaries() {
        return home.resolve("binaries");
    }

    boolean isReady() {
        return Files.exists(readyMarker());
    }

    /**
     * Says that the server directory is complete; an interrupted first start leaves a directory
     * that only looks so.
     */
    void markReady() {
        try {
            Files.writeString(readyMarker(), "Set up at %s%n".formatted(Instant.now()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Keeps the remains of an interrupted first start: deleting them is for people to decide. */
    void moveUnfinishedServerAside() {
        try {
            if (!isReady() && Files.exists(server())) {
                var aside = home.resolve("postgres.unfinished-" + Instant.now().toEpochMilli());
                Files.move(server(), aside);
                log.warn(
                        "The first start on {} was interrupted; its remains are now in {}",
                        home,
                        aside);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String password() {
        var file = home.resolve("postgres.password");
        try {
            if (!Files.exists(file)) {
                var random = new byte[24];
                new SecureRandom().nextBytes(random);
                var ownerOnly =
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------"));
                var draft = home.resolve("postgres.password.new");
                Files.deleteIfExists(draft);
                Files.createFile(draft, ownerOnly);
                Files.writeString(draft, HexFormat.of().formatHex(random));
                Files.move(draft, file);
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot keep the password of the embedded PostgreSQL", failure);
        }
    }

    private Path readyMarker() {
        return home.resolve("postgres.ready");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            log.warn("Cannot release the lock on {}: {}", home, failure.getMessage());
        }
    }
}
