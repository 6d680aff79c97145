/**
 * Kills, pauses and cuts Daybook while it works, and proves afterwards from a ledger of its own
 * that nothing was lost and nothing took effect twice.
 */
@NullMarked
package io.daybook.load.crash;

import org.jspecify.annotations.NullMarked;
