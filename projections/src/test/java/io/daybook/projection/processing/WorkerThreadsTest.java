package io.daybook.projection.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerThreadsTest {

    private final WorkerThreads threads = new WorkerThreads("test", 1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aBatchIsFollowedByALongerRest() throws Exception {
        assertThat(pauseAfterBatchOf(Duration.ofMillis(3))).isGreaterThanOrEqualTo(millis(14));
    }

    @Test
    void noRestIsLong() throws Exception {
        assertThat(pauseAfterBatchOf(Duration.ofMillis(400))).isBetween(millis(39), millis(399));
    }

    @Test
    void nobodyRestsWhileMoreWaitThanABatchCanHold() throws Exception {
        threads.behind(true);
        var shortest = Long.MAX_VALUE;
        // Another process may take the processor in between, but not every time.
        for (var n = 0; n < 50 && shortest > millis(2); n++) {
            shortest = Math.min(shortest, pauseAfterBatchOf(Duration.ofMillis(6)));
        }

        assertThat(shortest).isLessThan(millis(2));
    }

    /** From the end of the first batch to the start of the second. */
    private long pauseAfterBatchOf(Duration duration) throws Exception {
        var ended = new AtomicLong();
        sleeping(duration, ended).get();
        var started = new AtomicLong();
        threads.submit(() -> started.set(System.nanoTime())).get();
        return started.get() - ended.get();
    }

    private Future<?> sleeping(Duration duration, AtomicLong ended) {
        return threads.submit(() -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended.set(System.nanoTime());
        });
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
