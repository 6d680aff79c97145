/** The command side as a whole. */
@NullMarked
package io.daybook.command;

import org.jspecify.annotations.NullMarked;
