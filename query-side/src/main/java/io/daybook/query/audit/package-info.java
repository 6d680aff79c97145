/** The log as auditors read it, in an order that never changes behind a reader. */
@NullMarked
package io.daybook.query.audit;

import org.jspecify.annotations.NullMarked;
