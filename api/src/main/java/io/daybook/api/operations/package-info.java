/** HTTP for projections. */
@NullMarked
package io.daybook.api.operations;

import org.jspecify.annotations.NullMarked;
