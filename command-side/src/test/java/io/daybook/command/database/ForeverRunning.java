package io.daybook.command.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** An application to be killed: starts a database, says so and waits. */
public final class ForeverRunning {

    private ForeverRunning() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        EmbeddedDatabase.start(data);
        Files.createFile(data.resolve("started"));
        new CountDownLatch(1).await();
    }
}
