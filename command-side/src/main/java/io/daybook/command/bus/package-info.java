/** The way of a command: admission, retry on conflict, the position it was written at. */
@NullMarked
package io.daybook.command.bus;

import org.jspecify.annotations.NullMarked;
