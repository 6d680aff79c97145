/** Stock items: what is on hand, promised and sellable, per SKU and location. */
@NullMarked
package io.daybook.domain.inventory;

import org.jspecify.annotations.NullMarked;
