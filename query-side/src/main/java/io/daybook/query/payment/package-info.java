/** Answers about payments. */
@NullMarked
package io.daybook.query.payment;

import org.jspecify.annotations.NullMarked;
