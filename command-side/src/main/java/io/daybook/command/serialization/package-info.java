/**
 * How events, commands and tokens become JSON and come back, under names that survive a move of a
 * class.
 */
@NullMarked
package io.daybook.command.serialization;

import org.jspecify.annotations.NullMarked;
