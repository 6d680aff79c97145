/** The wiring of the side that answers questions. */
@NullMarked
package io.daybook.query;

import org.jspecify.annotations.NullMarked;
