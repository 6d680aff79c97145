/** Processes as operators see them: what is under way, what it waits for, and what is stuck. */
@NullMarked
package io.daybook.domain.process;

import org.jspecify.annotations.NullMarked;
