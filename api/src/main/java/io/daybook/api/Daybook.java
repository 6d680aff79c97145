package io.daybook.api;

import io.daybook.api.cli.Cli;

/**
 * The program. The application is handed over as a way to get it, so that the client commands never
 * load a class of Spring's.
 */
public final class Daybook {

    private Daybook() {}

    public static void main(String[] arguments) {
        System.exit(new Cli(() -> DaybookApplication.class).run(arguments));
    }
}
