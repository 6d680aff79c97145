/** Answers about stock. */
@NullMarked
package io.daybook.query.inventory;

import org.jspecify.annotations.NullMarked;
