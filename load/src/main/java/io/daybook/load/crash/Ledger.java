package io.daybook.load.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was sent and what was answered, on disk before anything depends on it: the truth that
 * Daybook is compared with. Lines of several threads share one sync of the disk.
 */
final class Ledger implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;
    private final Object queue = new Object();
    private final Object disk = new Object();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long appended;
    private long synced;

    private Ledger(FileChannel channel) {
        this.channel = channel;
    }

    record Answer(int status, String body) {
        boolean accepted() {
            return status >= 200 && status < 300;
        }
    }

    /** A command with everything that was ever answered to it; empty when nothing was. */
    record Entry(Command command, List<Answer> answers) {
        boolean accepted() {
            return !answers.isEmpty() && answers.getFirst().accepted();
        }
    }

    private record Line(@Nullable Command sent, @Nullable String key, @Nullable Answer answer) {}

    static Ledger create(Path file) throws IOException {
        return new Ledger(
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE));
    }

    /** Returns when the line is on disk; only then may the command be sent. */
    void sent(Command command) throws IOException {
        append(new Line(command, null, null));
    }

    void answered(String key, Answer answer) throws IOException {
        append(new Line(null, key, answer));
    }

    private void append(Line line) throws IOException {
        byte[] bytes = (JSON.writeValueAsString(line) + '\n').getBytes(UTF_8);
        long mine;
        synchronized (queue) {
            pending.writeBytes(bytes);
            mine = ++appended;
        }
        syncUpTo(mine);
    }

    /** Whoever waited for the disk may find that its line went along with another thread's. */
    private void syncUpTo(long mine) throws IOException {
        synchronized (disk) {
            if (synced >= mine) {
                return;
            }
            ByteBuffer batch;
            long last;
            synchronized (queue) {
                batch = ByteBuffer.wrap(pending.toByteArray());
                pending.reset();
                last = appended;
            }
            while (batch.hasRemaining()) {
                channel.write(batch);
            }
            channel.force(false);
            synced = last;
        }
    }

    /** By key, in the order in which they were sent. A last line that was torn off is left out. */
    static Map<String, Entry> read(Path file) throws IOException {
        String text = Files.readString(file);
        var entries = new LinkedHashMap<String, Entry>();
        int end = text.lastIndexOf('\n');
        for (String raw : end < 0 ? List.<String>of() : text.substring(0, end).lines().toList()) {
            Line line = JSON.readValue(raw, Line.class);
            if (line.sent != null) {
                entries.put(line.sent.key(), new Entry(line.sent, new ArrayList<>()));
            } else if (line.key != null && line.answer != null) {
                Entry entry = entries.get(line.key);
                if (entry == null) {
                    throw new IOException("answered, but never sent: " + line.key);
                }
                entry.answers().add(line.answer);
            }
        }
        return entries;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
