/** A client that costs next to nothing, because it shares the machine with what it measures. */
@NullMarked
package io.daybook.load.http;

import org.jspecify.annotations.NullMarked;
