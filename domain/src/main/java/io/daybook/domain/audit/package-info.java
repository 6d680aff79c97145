/** The log as auditors read it. */
@NullMarked
package io.daybook.domain.audit;

import org.jspecify.annotations.NullMarked;
