/** Entities as a command would leave them. */
@NullMarked
package io.daybook.query.dryrun;

import org.jspecify.annotations.NullMarked;
