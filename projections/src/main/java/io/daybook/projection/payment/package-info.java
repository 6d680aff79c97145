/** The read model of payments. */
@NullMarked
package io.daybook.projection.payment;

import org.jspecify.annotations.NullMarked;
