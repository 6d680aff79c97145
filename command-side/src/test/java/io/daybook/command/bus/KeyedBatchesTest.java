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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedBatchesTest {

    private static final int CAPACITY = 100;
    private static final int BATCH = 8;

    private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch failed = new CountDownLatch(1);
    private final AtomicInteger hotAtOnce = new AtomicInteger();
    private final AtomicInteger mostHotAtOnce = new AtomicInteger();
    private final KeyedBatches<String> lane =
            new KeyedBatches<>(
                    2, CAPACITY, BATCH, Thread.ofPlatform().daemon().factory(), this::handle);

    @AfterEach
    void close() {
        gate.countDown();
        end.countDown();
        lane.close();
    }

    private Runnable handle(List<String> batch) {
        if (batch.contains("fail")) {
            failed.countDown();
            throw new IllegalStateException("on purpose");
        }
        if (batch.getFirst().startsWith("block")) {
            await(gate);
        }
        if (batch.getFirst().equals("stay")) {
            await(end);
        }
        if (batch.stream().anyMatch(task -> task.startsWith("hot"))) {
            mostHotAtOnce.accumulateAndGet(hotAtOnce.incrementAndGet(), Math::max);
            pause();
            hotAtOnce.decrementAndGet();
        }
        batches.add(batch);
        return () -> {};
    }

    @Test
    void tasksOfOneKeyStayInOrderAndInOneBatchAtATime() {
        for (int i = 0; i < 50; i++) {
            lane.submit("hot", false, "hot-%02d".formatted(i));
        }

        awaitHandled(50);

        assertThat(handled()).isSorted();
        assertThat(mostHotAtOnce).hasValue(1);
    }

    @Test
    void whatCameMeanwhileIsTakenTogetherUpToTheLimit() {
        blockBothThreads();
        for (int i = 0; i < 20; i++) {
            lane.submit("key-" + i, false, "task-" + i);
        }
        gate.countDown();

        awaitHandled(22);

        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(BATCH));
        assertThat(batches).anySatisfy(batch -> assertThat(batch).hasSize(BATCH));
    }

    @Test
    void urgentTasksGoFirst() {
        // One thread has all the work: of two, the one with the urgent task may be the slower one.
        lane.submit("first", false, "stay");
        awaitRunning(1);
        lane.submit("second", false, "block");
        awaitRunning(2);
        for (int i = 0; i < 30; i++) {
            lane.submit("key-" + i, false, "task-" + i);
        }
        lane.submit("key-29", true, "urgent");
        gate.countDown();

        awaitHandled(32);

        assertThat(handled().indexOf("urgent")).isLessThan(handled().indexOf("task-20"));
    }

    @Test
    void aHotKeyLeavesTheOthersTheirThreads() {
        lane.submit("hot", false, "block-hot");
        awaitRunning(1);
        lane.submit("hot", false, "hot-1");
        lane.submit("other", false, "other");

        awaitHandled(1);

        assertThat(handled()).containsExactly("other");
    }

    @Test
    void aBatchThatFailsDoesNotStopItsKey() {
        lane.submit("key", false, "fail");
        await(failed);
        lane.submit("key", false, "next");

        awaitHandled(1);

        assertThat(handled()).endsWith("next");
    }

    @Test
    void whatDoesNotFitIsRefusedUnlessItIsUrgent() {
        blockBothThreads();
        for (int i = 0; i < CAPACITY; i++) {
            lane.submit("key", false, "task-" + i);
        }

        assertThatThrownBy(() -> lane.submit("key", false, "too much"))
                .isInstanceOf(RejectedExecutionException.class);
        lane.submit("key", true, "urgent");
        assertThat(lane.waiting()).isEqualTo(CAPACITY);
    }

    private void blockBothThreads() {
        lane.submit("first", false, "block-1");
        awaitRunning(1);
        lane.submit("second", false, "block-2");
        awaitRunning(2);
    }

    private void awaitRunning(int tasks) {
        while (lane.running() < tasks) {
            Thread.onSpinWait();
        }
    }

    private List<String> handled() {
        return List.copyOf(batches).stream().flatMap(List::stream).toList();
    }

    private void awaitHandled(int tasks) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (handled().size() < tasks) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
