/** Answers about store credit. */
@NullMarked
package io.daybook.query.storecredit;

import org.jspecify.annotations.NullMarked;
