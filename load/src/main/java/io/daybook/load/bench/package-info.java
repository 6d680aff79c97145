/** Measures the program beside the limit of its own database, in one run on one machine. */
@NullMarked
package io.daybook.load.bench;

import org.jspecify.annotations.NullMarked;
