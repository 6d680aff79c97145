/** The one clock that the product asks. */
@NullMarked
package io.daybook.command.time;

import org.jspecify.annotations.NullMarked;
