/** Durable deadlines: what is to happen unless something else happens before. */
@NullMarked
package io.daybook.command.deadline;

import org.jspecify.annotations.NullMarked;
