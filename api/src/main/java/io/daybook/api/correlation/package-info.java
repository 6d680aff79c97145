/** What ties one call to everything that it sets in motion. */
@NullMarked
package io.daybook.api.correlation;

import org.jspecify.annotations.NullMarked;
