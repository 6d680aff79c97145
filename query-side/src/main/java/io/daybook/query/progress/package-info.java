/** How far the projections are, for nodes that run none. */
@NullMarked
package io.daybook.query.progress;

import org.jspecify.annotations.NullMarked;
