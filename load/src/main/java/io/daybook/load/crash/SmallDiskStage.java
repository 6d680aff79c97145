package io.daybook.load.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** On the embedded database, with all of its data on a disk that can be full. */
record SmallDiskStage(PlainStage plain, SmallDisk disk) implements Stage {

    static SmallDiskStage open(Options options, Path data, Path log, int commands)
            throws IOException, InterruptedException {
        var disk = SmallDisk.mount(Files.createDirectories(data), commands);
        try {
            return new SmallDiskStage(PlainStage.open(options, data, log), disk);
        } catch (IOException | InterruptedException e) {
            disk.unmount();
            throw e;
        }
    }

    @Override
    public Program program() {
        return plain.program();
    }

    @Override
    public Database database() {
        return plain.database();
    }

    @Override
    public void trouble() throws IOException, InterruptedException {
        disk.fill();
    }

    @Override
    public void relieve() throws IOException, InterruptedException {
        disk.free();
    }

    @Override
    public void end() throws IOException, InterruptedException {
        try {
            disk.free();
            plain.end();
        } finally {
            disk.unmount();
        }
    }
}
