/** The read model of orders, their payments and their lines. */
@NullMarked
package io.daybook.projection.order;

import org.jspecify.annotations.NullMarked;
