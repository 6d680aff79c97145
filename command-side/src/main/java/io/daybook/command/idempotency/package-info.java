/** Idempotency keys, stored in the transaction of the command. */
@NullMarked
package io.daybook.command.idempotency;

import org.jspecify.annotations.NullMarked;
