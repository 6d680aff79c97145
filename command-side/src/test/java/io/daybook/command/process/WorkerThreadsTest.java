package io.daybook.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
    void aBatchIsFollowedByARestThatIsAsLong() throws Exception {
        assertThat(restAfter(Duration.ofMillis(5))).isGreaterThanOrEqualTo(Duration.ofMillis(5));
    }

    @Test
    void noRestIsLong() throws Exception {
        assertThat(restAfter(Duration.ofMillis(400)))
                .isBetween(Duration.ofMillis(9), Duration.ofMillis(399));
    }

    private Duration restAfter(Duration batch) throws Exception {
        var ended = new AtomicLong();
        threads.submit(
                        () -> {
                            sleep(batch);
                            ended.set(System.nanoTime());
                        })
                .get();
        var started = new AtomicLong();
        threads.submit(() -> started.set(System.nanoTime())).get();
        return Duration.ofNanos(started.get() - ended.get());
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
