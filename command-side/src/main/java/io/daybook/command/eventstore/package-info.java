/**
 * The log on PostgreSQL: appending, reading without ever skipping, following it within
 * milliseconds.
 */
@NullMarked
package io.daybook.command.eventstore;

import org.jspecify.annotations.NullMarked;
