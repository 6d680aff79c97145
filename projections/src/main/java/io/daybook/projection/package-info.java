/** What a projection is: folds recorded events into tables, batch by batch. */
@NullMarked
package io.daybook.projection;

import org.jspecify.annotations.NullMarked;
