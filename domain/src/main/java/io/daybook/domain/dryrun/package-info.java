/** What a command would do, told without doing it. */
@NullMarked
package io.daybook.domain.dryrun;

import org.jspecify.annotations.NullMarked;
