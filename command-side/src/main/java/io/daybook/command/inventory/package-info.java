/** The Axon shell of stock items. */
@NullMarked
package io.daybook.command.inventory;

import org.jspecify.annotations.NullMarked;
