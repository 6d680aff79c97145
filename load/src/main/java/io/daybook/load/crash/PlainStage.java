package io.daybook.load.crash;

import java.io.IOException;
import java.nio.file.Path;

/** On the embedded database, where kills and signals are all the trouble there is. */
record PlainStage(Program program, Database database) implements Stage {

    static PlainStage open(Options options, Path data, Path log)
            throws IOException, InterruptedException {
        var program = new Program(options.launcher(), options.port(), data, log);
        var database = new Database(data, log);
        try {
            program.start();
        } catch (IOException | InterruptedException e) {
            Stage.end(program, database);
            throw e;
        }
        return new PlainStage(program, database);
    }

    @Override
    public void trouble() {
        throw new IllegalStateException("nothing here can be troubled");
    }

    @Override
    public void relieve() {
        throw new IllegalStateException("nothing here was troubled");
    }

    @Override
    public void end() throws IOException, InterruptedException {
        Stage.end(program, database);
    }
}
