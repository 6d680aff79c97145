/** Group commit: the writes of several commands in one transaction. */
@NullMarked
package io.daybook.command.group;

import org.jspecify.annotations.NullMarked;
