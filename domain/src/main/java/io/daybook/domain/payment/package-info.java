/** Payments: money authorised, captured, voided and refunded at a provider. */
@NullMarked
package io.daybook.domain.payment;

import org.jspecify.annotations.NullMarked;
