/** How much one tenant may ask for. */
@NullMarked
package io.daybook.api.ratelimit;

import org.jspecify.annotations.NullMarked;
