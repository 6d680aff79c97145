/** Runs the projections: batches, dead letters, progress, rebuilds and metrics. */
@NullMarked
package io.daybook.projection.processing;

import org.jspecify.annotations.NullMarked;
