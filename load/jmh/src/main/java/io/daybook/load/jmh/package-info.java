/** What the innermost steps of a command cost: deciding, folding, and events as JSON. */
@NullMarked
package io.daybook.load.jmh;

import org.jspecify.annotations.NullMarked;
