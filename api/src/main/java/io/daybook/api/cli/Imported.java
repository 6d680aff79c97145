package io.daybook.api.cli;

/** Something that was read from a file and can be sent to the instance. */
sealed interface Imported permits Product, SalesOrder {

    String file();

    long line();

    /** How many rows of all files it stands for. */
    int rows();
}
