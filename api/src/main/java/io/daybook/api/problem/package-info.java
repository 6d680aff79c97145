/** Errors as RFC 9457 problems: one vocabulary of codes, one place that writes them. */
@NullMarked
package io.daybook.api.problem;

import org.jspecify.annotations.NullMarked;
