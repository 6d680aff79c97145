/** Stripe as the payment provider, through its official library. */
@NullMarked
package io.daybook.command.payment.stripe;

import org.jspecify.annotations.NullMarked;
