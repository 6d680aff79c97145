package io.daybook.command.database;

/** Present when no other process can work on the database: on the embedded one. */
public record ExclusiveDatabase() {}
