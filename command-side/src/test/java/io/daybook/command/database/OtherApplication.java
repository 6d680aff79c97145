package io.daybook.command.database;

import java.io.IOException;
import java.nio.file.Path;

/** An application in a process of its own. */
final class OtherApplication {

    private OtherApplication() {}

    /**
     * Starts it with the class path of the tests.
     *
     * @param main takes the data directory as its only argument
     * @param data also where its output goes, to {@code application.log}
     */
    static Process start(Class<?> main, Path data) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("application.log").toFile())
                .start();
    }
}
