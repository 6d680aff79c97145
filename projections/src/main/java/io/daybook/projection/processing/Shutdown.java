package io.daybook.projection.processing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends a thread between two steps: an interrupt in the middle of a statement would cost the
 * connection.
 */
final class Shutdown {

    private static final long PATIENCE_SECONDS = 5;

    private Shutdown() {}

    static void gently(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interruption) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
