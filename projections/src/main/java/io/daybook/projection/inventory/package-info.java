/** The read model of stock items. */
@NullMarked
package io.daybook.projection.inventory;

import org.jspecify.annotations.NullMarked;
