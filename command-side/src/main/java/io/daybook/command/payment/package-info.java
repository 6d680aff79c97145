/** The Axon shell of payments, and the provider behind a port. */
@NullMarked
package io.daybook.command.payment;

import org.jspecify.annotations.NullMarked;
