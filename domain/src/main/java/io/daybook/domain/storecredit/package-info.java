/** Store credit: what a shop owes a customer, to be spent on orders. */
@NullMarked
package io.daybook.domain.storecredit;

import org.jspecify.annotations.NullMarked;
