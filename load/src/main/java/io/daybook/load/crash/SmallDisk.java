package io.daybook.load.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file system in memory with little room. While it is full, what others give up on it is taken at
 * once, so that it stays full.
 */
final class SmallDisk {

    /** Twice what a new database takes, with its programs. */
    private static final long LEAST_KILOBYTES = 256 * 1024;

    /** Events, read models and their journal. */
    private static final long KILOBYTES_PER_COMMAND = 40;

    private static final int BLOCK = 4096;

    private final Path directory;
    private final Path ballast;
    private @Nullable Thread filler;

    private SmallDisk(Path directory) {
        this.directory = directory;
        this.ballast = directory.resolve("ballast");
    }

    /**
     * A disk that has room for a number of commands as long as it is not filled.
     *
     * @throws ImpossibleHereException when this user may not mount anything
     */
    static SmallDisk mount(Path directory, int commands) throws IOException, InterruptedException {
        String refusal;
        try {
            refusal =
                    run(
                            "mount",
                            "-t",
                            "tmpfs",
                            "-o",
                            "size=%dk"
                                    .formatted(LEAST_KILOBYTES + commands * KILOBYTES_PER_COMMAND),
                            "tmpfs",
                            directory.toString());
        } catch (IOException e) {
            refusal = String.valueOf(e.getMessage()); // no such command
        }
        if (!refusal.isEmpty()) {
            throw new ImpossibleHereException("no small disk can be mounted: " + refusal);
        }
        return new SmallDisk(directory);
    }

    /** Returns when there is no room left. */
    void fill() throws IOException, InterruptedException {
        var thread = Thread.ofPlatform().daemon().name("ballast").unstarted(this::keepFull);
        filler = thread;
        thread.start();
        while (room() >= BLOCK) {
            Thread.sleep(1);
        }
    }

    /** Room as any program gets it; what is kept for an administrator is none. */
    long room() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    private void keepFull() {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (!Thread.currentThread().isInterrupted()) {
                take(out, block);
            }
        } catch (IOException e) {
            Progress.say("the disk was not kept full: " + e);
        }
    }

    private static void take(OutputStream out, byte[] block) {
        try {
            out.write(block);
        } catch (IOException full) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void free() throws IOException, InterruptedException {
        Thread thread = filler;
        if (thread != null) {
            thread.interrupt();
            thread.join();
            filler = null;
        }
        Files.deleteIfExists(ballast);
    }

    void unmount() throws IOException, InterruptedException {
        String refusal = run("umount", "-l", directory.toString());
        if (!refusal.isEmpty()) {
            Progress.say(refusal);
        }
    }

    /** What a command has to say when it fails; empty when it does not. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        int code = process.waitFor();
        return code == 0 ? "" : output.isEmpty() ? "exit code " + code : output;
    }
}
