/** HTTP for stock items. */
@NullMarked
package io.daybook.api.inventory;

import org.jspecify.annotations.NullMarked;
