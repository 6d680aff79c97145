/** Projections as operators see them: how far each one is, and its rebuilds. */
@NullMarked
package io.daybook.domain.projection;

import org.jspecify.annotations.NullMarked;
