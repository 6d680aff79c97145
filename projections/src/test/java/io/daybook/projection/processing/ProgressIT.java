package io.daybook.projection.processing;

import static io.daybook.projection.ProjectionFixtures.placed;
import static io.daybook.projection.ProjectionFixtures.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.database.TestDatabase;
import io.daybook.domain.projection.ProjectionControl;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.projection.ProjectionProgress;
import io.daybook.domain.projection.ProjectionStatus;
import io.daybook.projection.ProjectionNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

class ProgressIT {

    private static final int SAMPLES = 200;

    @Test
    void answersWithinMillisecondsOfTheCommitWhateverTheProjectionHandles() {
        try (var node = ProjectionNode.start()) {
            var progress = node.bean(ProjectionProgress.class);
            assertThat(progress.position(ProjectionNames.ORDERS)).isZero();
            var handled = new ArrayList<Long>();
            var passed = new ArrayList<Long>();
            for (var n = 0; n < SAMPLES; n++) {
                node.append(placed(n));
                var head = node.head();
                handled.add(waited(progress, ProjectionNames.ORDERS, head));
                passed.add(waited(progress, ProjectionNames.STOCK, head));
                assertThat(node.count("readmodel.order_summary", "last_position = " + head))
                        .isOne();
            }

            print("events that the projection handles", handled);
            print("events of other projections", passed);
            assertThat(handled.get(SAMPLES / 2)).isLessThan(Duration.ofMillis(50).toNanos());
            assertThat(passed.get(SAMPLES / 2)).isLessThan(Duration.ofMillis(50).toNanos());
        }
    }

    private static long waited(ProjectionProgress progress, String projection, long position) {
        var start = System.nanoTime();
        assertThat(progress.await(projection, position, Duration.ofSeconds(10)).join())
                .isGreaterThanOrEqualTo(position);
        return System.nanoTime() - start;
    }

    private static void print(String what, List<Long> nanos) {
        nanos.sort(null);
        System.out.printf(
                "wait after the commit for %s: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                what,
                nanos.get(SAMPLES / 2) / 1e6,
                nanos.get(SAMPLES * 99 / 100) / 1e6,
                nanos.getLast() / 1e6);
    }

    @Test
    void answersWithWhatItReachedWhenPatienceRunsOut() {
        try (var node = ProjectionNode.start()) {
            node.append(placed(1));
            node.catchUp(ProjectionNames.ORDERS);
            var head = node.head();

            var start = System.nanoTime();
            var reached =
                    node.bean(ProjectionProgress.class)
                            .await(ProjectionNames.ORDERS, head + 1, Duration.ofMillis(100))
                            .join();
            assertThat(reached).isEqualTo(head);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(100), Duration.ofSeconds(2));
            assertThatThrownBy(() -> node.bean(ProjectionProgress.class).position("unknown"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRolledBackAppendBelowKeepsNobodyWaiting() {
        try (var node = ProjectionNode.start()) {
            node.append(placed(1));
            node.sql().queryForObject("SELECT nextval('daybook.event_position')", Long.class);
            node.append(placed(2));

            assertThat(
                            node.bean(ProjectionProgress.class)
                                    .await(
                                            ProjectionNames.ORDERS,
                                            node.head(),
                                            Duration.ofSeconds(10))
                                    .join())
                    .isEqualTo(node.head());
            node.eventually(() ->
                    assertThat(status(node, ProjectionNames.ORDERS))
                            .returns(0L, ProjectionStatus::lagEvents)
                            .returns(0L, ProjectionStatus::lagMillis));
        }
    }

    @Test
    void showsHowFarAProjectionIsBehind() {
        try (var node = ProjectionNode.on(TestDatabase.fresh(), FlakyProjection.class)) {
            var flaky = node.bean(FlakyProjection.Flaky.class);
            flaky.outages.set(Integer.MAX_VALUE);
            node.append(received(1, 1));
            node.append(received(2, 1));
            node.catchUp(ProjectionNames.STOCK);

            node.eventually(() ->
                    assertThat(status(node, FlakyProjection.NAME))
                            .returns(ProjectionStatus.Status.FAILING, ProjectionStatus::status)
                            .returns(2L, ProjectionStatus::lagEvents)
                            .satisfies(status -> assertThat(status.lagMillis()).isPositive())
                            .satisfies(status -> assertThat(status.lastError()).contains("gone")));
            assertThat(gauge(node, "lag.events")).isEqualTo(2);
            assertThat(gauge(node, "lag.millis")).isPositive();

            flaky.outages.set(0);
            node.catchUp(FlakyProjection.NAME);
            node.eventually(() -> assertThat(gauge(node, "lag.events")).isZero());
            assertThat(gauge(node, "position")).isEqualTo((double) node.head());
            assertThat(status(node, FlakyProjection.NAME).status())
                    .isEqualTo(ProjectionStatus.Status.RUNNING);
            assertThat(
                            node.bean(MeterRegistry.class)
                                    .get("daybook.projection.commit.to.read")
                                    .tag("projection", ProjectionNames.STOCK)
                                    .timer()
                                    .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void runsNothingOnANodeWithoutTheRole() {
        try (var node = ProjectionNode.on(TestDatabase.fresh(), "daybook.roles=api")) {
            assertThat(node.count("readmodel.order_summary", "true")).isZero();
            assertThatThrownBy(() -> node.bean(ProjectionProgress.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }

    @Test
    void tellsThePositionOfAProjectionThatAnotherNodeRuns() {
        var database = TestDatabase.fresh();
        try (var first = ProjectionNode.on(database)) {
            first.append(placed(1));
            first.catchUp(ProjectionNames.ORDERS);
            try (var second = ProjectionNode.on(database)) {
                first.append(placed(2));
                assertThat(
                                second.bean(ProjectionProgress.class)
                                        .await(
                                                ProjectionNames.ORDERS,
                                                first.head(),
                                                Duration.ofSeconds(10))
                                        .join())
                        .isEqualTo(first.head());
                assertThat(second.count("readmodel.order_summary", "true")).isEqualTo(2);
            }
        }
    }

    private static double gauge(ProjectionNode node, String name) {
        return node.bean(MeterRegistry.class)
                .get("daybook.projection." + name)
                .tag("projection", FlakyProjection.NAME)
                .gauge()
                .value();
    }

    private static ProjectionStatus status(ProjectionNode node, String projection) {
        return node.bean(ProjectionControl.class).list().join().stream()
                .filter(status -> status.name().equals(projection))
                .findFirst()
                .orElseThrow();
    }
}
