package io.daybook.command.database;

import java.nio.file.Path;

/** An application that fails while its database is starting. */
final class NeverTaken {

    private NeverTaken() {}

    public static void main(String[] arguments) {
        new EarlyDatabase.Starting(Path.of(arguments[0]));
        throw new IllegalStateException("the application failed");
    }
}
