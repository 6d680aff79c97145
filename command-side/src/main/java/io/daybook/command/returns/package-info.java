/** The Axon shell of returns. */
@NullMarked
package io.daybook.command.returns;

import org.jspecify.annotations.NullMarked;
