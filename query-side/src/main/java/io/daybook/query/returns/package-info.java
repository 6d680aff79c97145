/** Answers about returns. */
@NullMarked
package io.daybook.query.returns;

import org.jspecify.annotations.NullMarked;
