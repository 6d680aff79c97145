/** Fulfilment and cancellation as stateless reactions: an event becomes a command. */
@NullMarked
package io.daybook.command.process;

import org.jspecify.annotations.NullMarked;
