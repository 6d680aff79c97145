/** The program: HTTP in front, the three sides assembled behind. */
@NullMarked
package io.daybook.api;

import org.jspecify.annotations.NullMarked;
