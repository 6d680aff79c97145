package io.daybook.load.crash;

import java.io.IOException;

/** Signals that Java has no call for. */
final class Signals {

    private Signals() {}

    /** A process that is gone already needs no signal. */
    static void send(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
