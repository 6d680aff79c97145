/** The schema of the read models. */
@NullMarked
package io.daybook.projection.schema;

import org.jspecify.annotations.NullMarked;
