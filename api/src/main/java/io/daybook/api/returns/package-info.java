/** HTTP for returns, exchanges and claims. */
@NullMarked
package io.daybook.api.returns;

import org.jspecify.annotations.NullMarked;
