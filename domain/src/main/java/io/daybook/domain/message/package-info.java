/**
 * The envelope around every message: metadata keys, the result of a command, the common root of
 * refusals.
 */
@NullMarked
package io.daybook.domain.message;

import org.jspecify.annotations.NullMarked;
