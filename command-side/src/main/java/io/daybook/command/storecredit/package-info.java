/** The Axon shell of store credit accounts. */
@NullMarked
package io.daybook.command.storecredit;

import org.jspecify.annotations.NullMarked;
