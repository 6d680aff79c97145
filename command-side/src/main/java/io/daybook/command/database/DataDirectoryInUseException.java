package io.daybook.command.database;

import java.nio.file.Path;

/** Another running instance owns the data directory. */
final class DataDirectoryInUseException extends RuntimeException {

    DataDirectoryInUseException(Path directory) {
        super("Another Daybook is running on the data directory %s".formatted(directory));
    }
}
