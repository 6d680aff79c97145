package io.daybook.load.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskTest {

    @TempDir Path folder;

    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        try {
            disk = SmallDisk.mount(folder, 0);
        } catch (ImpossibleHereException e) {
            abort(String.valueOf(e.getMessage()));
        }
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (disk != null) {
            disk.free();
            disk.unmount();
        }
    }

    @Test
    void whatOthersGiveUpOnAFullDiskIsNotTheirsAgain() throws IOException, InterruptedException {
        Path others = folder.resolve("others");
        Files.write(others, new byte[100_000]);
        disk.fill();
        Files.delete(others);
        while (disk.room() > 0) {
            Thread.sleep(1);
        }
        assertThatThrownBy(() -> Files.write(others, new byte[100_000]))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFreedDiskHasRoomAndMayBeFilledAgain() throws IOException, InterruptedException {
        disk.fill();
        disk.free();
        assertThat(Files.write(folder.resolve("others"), new byte[100_000])).hasSize(100_000L);
        disk.fill();
        assertThat(disk.room()).isZero();
    }
}
