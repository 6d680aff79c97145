/** Answers about orders. */
@NullMarked
package io.daybook.query.order;

import org.jspecify.annotations.NullMarked;
