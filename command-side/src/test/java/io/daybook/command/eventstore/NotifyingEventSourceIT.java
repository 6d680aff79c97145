package io.daybook.command.eventstore;

import static io.daybook.command.eventstore.TestNode.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class NotifyingEventSourceIT {

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final TestNode node = new TestNode(database);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void neverSkipsATransactionThatStaysOpen() throws Exception {
        var stream = node.source.openStream(null);
        var appended = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow =
                    threads.submit(() ->
                            node.transaction.executeWithoutResult(status -> {
                                node.append(event("slow", 0, LONG_AGO));
                                appended.countDown();
                                awaitQuietly(mayCommit);
                            }));
            appended.await();
            for (var sequence = 0; sequence < 600; sequence++) {
                node.append(event("quick", sequence, LONG_AGO));
            }

            assertThat(next(stream, 600)).doesNotContain("slow/0").doesNotHaveDuplicates();
            // Long enough for every rule that goes by time or by the number of later events.
            assertThat(stream.hasNextAvailable(1500, TimeUnit.MILLISECONDS)).isFalse();

            mayCommit.countDown();
            slow.get();
            assertThat(next(stream, 1)).containsExactly("slow/0");
            assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void forgetsAGapOnceItsTransactionWasRolledBack() throws Exception {
        var stream = node.source.openStream(null);
        node.append(event("first", 0));
        node.transaction.executeWithoutResult(status -> {
            node.append(event("undone", 0));
            status.setRollbackOnly();
        });
        node.append(event("second", 0));
        next(stream, 2);

        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    node.append(event(UUID.randomUUID().toString(), 0));
                    var token = (GapAwareTrackingToken) stream.nextAvailable().trackingToken();
                    assertThat(token.getGaps()).isEmpty();
                });
    }

    @Test
    void isWokenByItsOwnCommitsWithinMilliseconds() throws Exception {
        var stream = node.source.openStream(node.source.createHeadToken());
        stream.hasNextAvailable(100, TimeUnit.MILLISECONDS);

        var latencies = latencies(node, stream, 50);

        System.out.printf(
                "own commit to event: median %d us, max %d us%n",
                latencies.get(25), latencies.getLast());
        assertThat(latencies.get(25)).isLessThan(100_000);
    }

    @Test
    void isWokenByAnotherNode() throws Exception {
        try (var other = new TestNode(database)) {
            other.source.start();
            var stream = node.source.openStream(node.source.createHeadToken());
            // The first events may still race with both nodes connecting.
            latencies(other, stream, 3);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> latencies(other, stream, 1).getFirst() < 250_000);

            var latencies = latencies(other, stream, 20);

            System.out.printf(
                    "other node's commit to event: median %d us, max %d us%n",
                    latencies.get(10), latencies.getLast());
            assertThat(latencies.get(10)).isLessThan(250_000);
        }
    }

    @Test
    void everyStreamSeesEveryEventOnceWhenItJoinsLate() throws Exception {
        var writers = 8;
        var eventsPerWriter = 500;
        var all = writers * eventsPerWriter;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = new ArrayList<Future<List<String>>>();
            readers.add(threads.submit(reader(all)));
            var appends = new ArrayList<Future<?>>();
            for (var writer = 0; writer < writers; writer++) {
                var aggregate = "writer-" + writer;
                appends.add(
                        threads.submit(() -> appendWithSomeRollbacks(aggregate, eventsPerWriter)));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> node.source.head() > all / 4);
            readers.add(threads.submit(reader(all)));
            await().atMost(Duration.ofMinutes(1)).until(() -> node.source.head() > all / 2);
            readers.add(threads.submit(reader(all)));

            for (var append : appends) {
                append.get(2, TimeUnit.MINUTES);
            }
            for (var reader : readers) {
                assertThat(reader.get(2, TimeUnit.MINUTES)).hasSize(all).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aStreamThatFellOffTheRingGoesOnFromTheTable() throws Exception {
        var slow = node.source.openStream(null);
        node.append(event("first", 0));
        assertThat(next(slow, 1)).containsExactly("first/0");
        node.engine.appendEvents(TestNode.events("flood", 10_000));
        await().atMost(Duration.ofSeconds(20)).until(() -> node.source.head() == 10_001);

        assertThat(next(slow, 10_000)).hasSize(10_000).doesNotHaveDuplicates();
        node.append(event("last", 0));
        assertThat(next(slow, 1)).containsExactly("last/0");
    }

    @Test
    void tellsAStreamThatEventsAreThere() {
        var stream = node.source.openStream(null);
        var called = new CountDownLatch(2);
        assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();

        node.append(event("note", 0));

        await().atMost(Duration.ofSeconds(1)).until(() -> called.getCount() == 0);
        assertThat(stream.peek()).isPresent();
    }

    @Test
    void recoversByItselfWhenAllItsConnectionsAreCut() throws Exception {
        var stream = node.source.openStream(null);
        node.append(event("before", 0));
        assertThat(next(stream, 1)).containsExactly("before/0");

        try (var other = new TestNode(database)) {
            new JdbcTemplate(other.dataSource)
                    .queryForList(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    node.append(event("after", 0));
                });

        assertThat(next(stream, 1)).containsExactly("after/0");
    }

    private Callable<List<String>> reader(int count) {
        return () -> {
            var stream = node.source.openStream(null);
            var seen = next(stream, count);
            assertThat(stream.hasNextAvailable(300, TimeUnit.MILLISECONDS)).isFalse();
            return seen;
        };
    }

    private void appendWithSomeRollbacks(String aggregate, int count) {
        for (var sequence = 0; sequence < count; sequence++) {
            if (sequence % 20 == 7) {
                var undone = event(aggregate, sequence);
                node.transaction.executeWithoutResult(status -> {
                    node.append(undone);
                    status.setRollbackOnly();
                });
            }
            node.append(event(aggregate, sequence));
        }
    }

    private static List<Long> latencies(
            TestNode writer, BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        var latencies = new ArrayList<Long>();
        for (var number = 0; number < count; number++) {
            writer.append(event(UUID.randomUUID().toString(), 0));
            var committed = System.nanoTime();
            stream.nextAvailable();
            latencies.add((System.nanoTime() - committed) / 1000);
        }
        Collections.sort(latencies);
        return latencies;
    }

    private static List<String> next(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        var seen = new ArrayList<String>();
        while (seen.size() < count && stream.hasNextAvailable(20, TimeUnit.SECONDS)) {
            var event = (DomainEventMessage<?>) stream.nextAvailable();
            seen.add(event.getAggregateIdentifier() + "/" + event.getSequenceNumber());
        }
        return seen;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
