package io.daybook.load.crash;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.load.crash.Command.Kind;
import io.daybook.load.crash.Ledger.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir Path folder;

    @Test
    void aCommandIsOnDiskWhenItMayBeSent() throws IOException {
        try (Ledger ledger = Ledger.create(file())) {
            ledger.sent(command("a"));
            assertThat(entry("a").answers()).isEmpty();
            assertThat(entry("a").command()).isEqualTo(command("a"));
        }
    }

    @Test
    void everyAnswerToAKeyIsKept() throws IOException {
        try (Ledger ledger = Ledger.create(file())) {
            ledger.sent(command("a"));
            ledger.answered("a", new Answer(200, "{\"one\":1}"));
            ledger.answered("a", new Answer(409, "two"));
        }
        assertThat(entry("a").answers())
                .containsExactly(new Answer(200, "{\"one\":1}"), new Answer(409, "two"));
    }

    @Test
    void threadsThatShareASyncLoseNothing() throws Exception {
        var waiting = new ArrayList<Future<?>>();
        try (Ledger ledger = Ledger.create(file());
                var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                Command command = command("key-" + i);
                waiting.add(
                        threads.submit(() -> {
                            ledger.sent(command);
                            ledger.answered(command.key(), new Answer(200, "{}"));
                            return null;
                        }));
            }
            for (Future<?> each : waiting) {
                each.get();
            }
        }
        assertThat(Ledger.read(file())).hasSize(200);
        assertThat(Ledger.read(file()).values()).allMatch(entry -> entry.answers().size() == 1);
    }

    @Test
    void aLineThatWasTornOffIsLeftOut() throws IOException {
        try (Ledger ledger = Ledger.create(file())) {
            ledger.sent(command("a"));
        }
        Files.writeString(file(), "{\"sent\":{\"key\":\"b", StandardOpenOption.APPEND);

        assertThat(Ledger.read(file())).containsOnlyKeys("a");
    }

    @Test
    void anAnswerToNothingIsAnError() throws IOException {
        try (Ledger ledger = Ledger.create(file())) {
            ledger.answered("a", new Answer(200, "{}"));
        }
        assertThatThrownBy(() -> Ledger.read(file())).hasMessageContaining("never sent");
    }

    private Ledger.Entry entry(String key) throws IOException {
        return requireNonNull(Ledger.read(file()).get(key));
    }

    private Path file() {
        return folder.resolve("ledger");
    }

    private static Command command(String key) {
        return new Command(key, Kind.RECEIVE, "/path", "{\"quantity\":1}", "SKU", 1);
    }
}
