/** The read model of returns, and of their lines. */
@NullMarked
package io.daybook.projection.returns;

import org.jspecify.annotations.NullMarked;
