/**
 * What all Axon shells share: tenant, expected version, and turning a decision into events or a
 * refusal.
 */
@NullMarked
package io.daybook.command.aggregate;

import org.jspecify.annotations.NullMarked;
