package io.daybook.projection.processing;

import static io.daybook.projection.ProjectionFixtures.life;
import static io.daybook.projection.ProjectionFixtures.placed;
import static io.daybook.projection.ProjectionFixtures.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.database.TestDatabase;
import io.daybook.domain.projection.ProjectionControl;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.projection.ProjectionProgress;
import io.daybook.domain.projection.ProjectionStatus;
import io.daybook.domain.projection.RebuildStatus;
import io.daybook.projection.ProjectionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RebuildIT {

    private static final int LIVES = Integer.getInteger("daybook.test.lives", 2500);

    private static final Map<String, String> TABLES =
            Map.of(
                    ProjectionNames.ORDERS, "readmodel.order_summary",
                    ProjectionNames.STOCK, "readmodel.stock_item",
                    ProjectionNames.PAYMENTS, "readmodel.payment");

    @Test
    void buildsTheSameDocumentsAgain() {
        try (var node = ProjectionNode.start()) {
            append(node, LIVES);
            node.catchUp(ProjectionNames.ORDERS, ProjectionNames.STOCK, ProjectionNames.PAYMENTS);
            for (var projection :
                    List.of(
                            ProjectionNames.ORDERS,
                            ProjectionNames.STOCK,
                            ProjectionNames.PAYMENTS)) {
                var before = checksum(node, projection);
                var head = node.head();

                var started = rebuild(node, projection);
                assertThat(started.status()).isEqualTo(RebuildStatus.Status.RUNNING);
                assertThat(started.total()).isEqualTo(head);
                node.eventually(() ->
                        assertThat(find(node, started).status())
                                .isEqualTo(RebuildStatus.Status.COMPLETED));

                var finished = find(node, started);
                assertThat(finished.processed()).isEqualTo(head);
                assertThat(finished.percent()).isEqualTo(100);
                assertThat(finished.finishedAt()).isNotNull();
                assertThat(checksum(node, projection)).isEqualTo(before);
                System.out.printf(
                        "rebuild of %s: %d events in %d ms, %d events/s%n",
                        projection,
                        head,
                        Objects.requireNonNull(finished.finishedAt()).toEpochMilli()
                                - finished.startedAt().toEpochMilli(),
                        finished.eventsPerSecond());
            }

            node.append(received(1, 1));
            node.catchUp(ProjectionNames.STOCK);
        }
    }

    @Test
    void returnsTheRebuildThatIsRunning() {
        try (var node = ProjectionNode.start()) {
            append(node, 200);
            node.catchUp(ProjectionNames.ORDERS);

            var first = rebuild(node, ProjectionNames.ORDERS);
            var second = rebuild(node, ProjectionNames.ORDERS);
            assertThat(second.rebuildId()).isEqualTo(first.rebuildId());
            assertThat(node.bean(ProjectionControl.class).list().join())
                    .filteredOn(status -> status.status() == ProjectionStatus.Status.REBUILDING)
                    .extracting(ProjectionStatus::name)
                    .containsExactly(ProjectionNames.ORDERS);
            node.eventually(() ->
                    assertThat(find(node, first).status())
                            .isEqualTo(RebuildStatus.Status.COMPLETED));

            assertThat(rebuild(node, ProjectionNames.ORDERS).rebuildId())
                    .isNotEqualTo(first.rebuildId());
            assertThat(node.bean(ProjectionControl.class).rebuild("unknown").join()).isEmpty();
        }
    }

    @Test
    void goesOnAfterARestart() {
        var database = TestDatabase.fresh();
        RebuildStatus started;
        String before;
        try (var node = ProjectionNode.on(database)) {
            append(node, 500);
            node.catchUp(ProjectionNames.ORDERS);
            before = checksum(node, ProjectionNames.ORDERS);
            started = rebuild(node, ProjectionNames.ORDERS);
        }

        try (var node = ProjectionNode.on(database)) {
            node.eventually(() ->
                    assertThat(find(node, started).status())
                            .isEqualTo(RebuildStatus.Status.COMPLETED));
            assertThat(checksum(node, ProjectionNames.ORDERS)).isEqualTo(before);
            assertThat(node.bean(ProjectionProgress.class).position(ProjectionNames.ORDERS))
                    .isEqualTo(node.head());
        }
    }

    @Test
    void canBeAskedOfANodeThatDoesNotRunTheProjection() {
        var database = TestDatabase.fresh();
        try (var owner = ProjectionNode.on(database, "daybook.projections.segments=2");
                var other = ProjectionNode.on(database, "daybook.projections.segments=2")) {
            append(owner, 100);
            owner.catchUp(ProjectionNames.ORDERS);
            var before = checksum(owner, ProjectionNames.ORDERS);

            var started = rebuild(other, ProjectionNames.ORDERS);
            owner.eventually(() ->
                    assertThat(find(other, started).status())
                            .isEqualTo(RebuildStatus.Status.COMPLETED));

            assertThat(checksum(owner, ProjectionNames.ORDERS)).isEqualTo(before);
            owner.append(placed(1000));
            owner.catchUp(ProjectionNames.ORDERS);
            assertThat(owner.count("readmodel.order_summary", "true")).isEqualTo(101);
        }
    }

    @Test
    void recordsARebuildThatCannotEmptyTheTables() {
        try (var node = ProjectionNode.start()) {
            append(node, 1);
            node.catchUp(ProjectionNames.ORDERS);
            node.sql()
                    .execute(
                            "CREATE TABLE readmodel.child (id text REFERENCES readmodel.order_summary)");

            var started = rebuild(node, ProjectionNames.ORDERS);
            node.eventually(() ->
                    assertThat(find(node, started).status())
                            .isEqualTo(RebuildStatus.Status.FAILED));

            node.append(placed(7));
            node.catchUp(ProjectionNames.ORDERS);
        }
    }

    private static void append(ProjectionNode node, int lives) {
        var events = new ArrayList<Object>();
        for (var n = 0; n < lives; n++) {
            events.addAll(life(n));
            if (events.size() >= 800) {
                node.append(events);
                events.clear();
            }
        }
        node.append(events);
    }

    private static RebuildStatus rebuild(ProjectionNode node, String projection) {
        return node.bean(ProjectionControl.class).rebuild(projection).join().orElseThrow();
    }

    private static RebuildStatus find(ProjectionNode node, RebuildStatus rebuild) {
        return node.bean(ProjectionControl.class)
                .findRebuild(rebuild.projection(), rebuild.rebuildId())
                .join()
                .orElseThrow();
    }

    private static String checksum(ProjectionNode node, String projection) {
        return Objects.requireNonNull(
                node.sql()
                        .queryForObject(
                                "SELECT count(*) || ' ' || md5(string_agg(document::text, '|' ORDER BY document::text)) FROM "
                                        + TABLES.get(projection),
                                String.class));
    }
}
