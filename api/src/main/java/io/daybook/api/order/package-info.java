/** HTTP for orders. */
@NullMarked
package io.daybook.api.order;

import org.jspecify.annotations.NullMarked;
