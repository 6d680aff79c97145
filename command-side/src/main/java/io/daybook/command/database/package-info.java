/**
 * Where the data lives: an external PostgreSQL, or one that this process starts and stops itself.
 */
@NullMarked
package io.daybook.command.database;

import org.jspecify.annotations.NullMarked;
