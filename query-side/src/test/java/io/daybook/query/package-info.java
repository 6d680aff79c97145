/** The query side on what the real command side wrote and the real projections made of it. */
@NullMarked
package io.daybook.query;

import org.jspecify.annotations.NullMarked;
