/** Returns, exchanges and claims: what comes back, what becomes of it, and what is paid for it. */
@NullMarked
package io.daybook.domain.returns;

import org.jspecify.annotations.NullMarked;
