/** Entities as they were: their events read back from the log and folded again. */
@NullMarked
package io.daybook.query.history;

import org.jspecify.annotations.NullMarked;
