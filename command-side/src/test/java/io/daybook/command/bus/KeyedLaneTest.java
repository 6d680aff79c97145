package io.daybook.command.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedLaneTest {

    private final KeyedLane lane = new KeyedLane(2, 100, Thread.ofPlatform().daemon().factory());
    private final CountDownLatch blocked = new CountDownLatch(1);

    @AfterEach
    void close() {
        blocked.countDown();
        lane.close();
    }

    @Test
    void tasksOfOneKeyRunInOrderAndNeverTogether() throws InterruptedException {
        List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var all = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            int number = i;
            lane.execute(
                    "hot",
                    () -> {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        ran.add(number);
                        LockSupport.parkNanos(10_000);
                        atOnce.decrementAndGet();
                        all.countDown();
                    });
        }

        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isSorted().hasSize(50);
        assertThat(most).hasValue(1);
    }

    @Test
    void aHotKeyLeavesTheOthersTheirThreads() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            lane.execute("hot", this::block);
        }
        var other = new CountDownLatch(1);
        lane.execute("other", other::countDown);

        assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTaskThatFailsDoesNotStopItsKey() throws InterruptedException {
        var next = new CountDownLatch(1);
        lane.execute(
                "key",
                () -> {
                    throw new IllegalStateException("on purpose");
                });
        lane.execute("key", next::countDown);

        assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        for (int i = 0; i < 101; i++) {
            lane.execute("hot", this::block);
            if (i == 0) {
                waitUntilItRuns();
            }
        }

        assertThatThrownBy(() -> lane.execute("hot", this::block))
                .isInstanceOf(RejectedExecutionException.class);
    }

    private void waitUntilItRuns() {
        while (lane.waiting() > 0) {
            Thread.onSpinWait();
        }
    }

    private void block() {
        try {
            blocked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
