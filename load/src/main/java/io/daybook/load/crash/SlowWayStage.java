package io.daybook.load.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * On a database that was set up by Daybook itself and then is nobody's but ours, reached by the
 * settings for a database of one's own.
 */
record SlowWayStage(Program program, Database database, DelayingProxy proxy) implements Stage {

    static final Duration DELAY = Duration.ofMillis(200);

    static SlowWayStage open(Options options, Path data, Path log)
            throws IOException, InterruptedException, SQLException {
        var database = new Database(data, log);
        var embedding = new Program(options.launcher(), options.port(), data, log);
        try {
            embedding.start();
            List<String> command = database.command();
            embedding.stop();
            database.start(command);
        } catch (IOException | InterruptedException e) {
            Stage.end(embedding, database);
            throw e;
        }
        var proxy = DelayingProxy.to(database.port());
        var program =
                new Program(
                        options.launcher(),
                        options.port(),
                        data,
                        log,
                        "--daybook.datasource.url=jdbc:postgresql://127.0.0.1:%d/daybook"
                                .formatted(proxy.port()),
                        "--daybook.datasource.username=postgres",
                        "--daybook.datasource.password=" + database.password(),
                        "--daybook.dev=true");
        var stage = new SlowWayStage(program, database, proxy);
        try {
            program.start();
        } catch (IOException | InterruptedException e) {
            stage.end();
            throw e;
        }
        return stage;
    }

    @Override
    public void trouble() {
        proxy.delay(DELAY);
    }

    @Override
    public void relieve() {
        proxy.delay(Duration.ZERO);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        try (proxy) {
            Stage.end(program, database);
        }
    }
}
