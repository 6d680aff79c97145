/** Answers about processes and what is parked of them. */
@NullMarked
package io.daybook.query.process;

import org.jspecify.annotations.NullMarked;
