/** The Axon shell of orders. */
@NullMarked
package io.daybook.command.order;

import org.jspecify.annotations.NullMarked;
