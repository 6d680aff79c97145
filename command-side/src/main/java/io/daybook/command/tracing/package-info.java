/** Spans of commands, events and reactions. */
@NullMarked
package io.daybook.command.tracing;

import org.jspecify.annotations.NullMarked;
