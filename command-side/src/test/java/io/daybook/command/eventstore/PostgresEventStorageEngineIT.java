package io.daybook.command.eventstore;

import static io.daybook.command.eventstore.TestNode.event;
import static io.daybook.command.eventstore.TestNode.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresEventStorageEngineIT {

    private final TestNode node = new TestNode(TestDatabase.fresh());
    private final JdbcTemplate jdbc = new JdbcTemplate(node.dataSource);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void givesAnAggregateItsEventsBack() {
        node.engine.appendEvents(events("note-1", 1203));

        var stream = node.engine.readEvents("note-1", 3);

        var read = stream.asStream().toList();
        assertThat(read)
                .extracting(DomainEventMessage::getSequenceNumber)
                .hasSize(1200)
                .startsWith(3L)
                .endsWith(1202L);
        assertThat(read.getFirst().getPayload()).isEqualTo(new TestNode.Noted("note-1/3"));
        assertThat(read.getFirst().getTimestamp()).isEqualTo("2026-01-02T03:04:05.123456789Z");
        assertThat(read.getFirst().getMetaData()).containsEntry("tenant", "acme");
        assertThat(node.engine.lastSequenceNumberFor("note-1")).contains(1202L);
        assertThat(node.engine.lastSequenceNumberFor("note-2")).isEmpty();
    }

    @Test
    void refusesToReuseAnIdentifier() {
        node.append(event("note-1", 0));

        assertThatThrownBy(() -> node.append(event("note-1", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void refusesASecondEventOfTheSameVersion() {
        node.append(event("note-1", 0), event("note-1", 1));

        assertThatThrownBy(() -> node.append(event("note-1", 1), event("note-1", 2)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(node.engine.lastSequenceNumberFor("note-1")).contains(1L);
    }

    @Test
    void tellsTheUnitOfWorkWhereItsEventsAre() {
        var unitOfWork =
                DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        node.append(event("note-1", 0), event("note-1", 1));
        var position = AppendedPosition.of(unitOfWork);
        unitOfWork.rollback();

        assertThat(position).contains(2L);
    }

    @Test
    void joinsTheTransactionOfTheCaller() {
        node.transaction.executeWithoutResult(status -> {
            node.append(event("note-1", 0));
            status.setRollbackOnly();
        });

        assertThat(node.engine.lastSequenceNumberFor("note-1")).isEmpty();
    }

    @Test
    void keepsOnlyTheNewestSnapshot() {
        node.engine.storeSnapshot(event("note-1", 9));
        node.engine.storeSnapshot(event("note-1", 4));

        assertThat(node.engine.readSnapshot("note-1"))
                .hasValueSatisfying(
                        snapshot -> assertThat(snapshot.getSequenceNumber()).isEqualTo(9));
    }

    @Test
    void neverEditsOrDeletes() {
        node.append(event("note-1", 0));

        for (var change :
                List.of(
                        "UPDATE daybook.domain_event_entry SET tenant = 'x'",
                        "DELETE FROM daybook.domain_event_entry",
                        "TRUNCATE daybook.domain_event_entry")) {
            assertThatThrownBy(() -> jdbc.execute(change))
                    .hasMessageContaining("events are never edited or deleted");
        }
    }

    @Test
    void showsTheLogToPeople() {
        node.append(event("note-1", 0));

        var row =
                jdbc.queryForMap(
                        "SELECT position, tenant, entity_id, version, payload ->> 'text' AS text"
                                + " FROM daybook.event_log");

        assertThat(row)
                .containsEntry("position", 1L)
                .containsEntry("tenant", "acme")
                .containsEntry("entity_id", "note-1")
                .containsEntry("version", 1L)
                .containsEntry("text", "note-1/0");
    }

    @Test
    void aHeadTokenListsWhatIsStillOpen() {
        node.append(event("note-1", 0));
        node.transaction.executeWithoutResult(open -> {
            node.append(event("note-2", 0));
            onAnotherThread(() -> node.append(event("note-3", 0)));

            var token = node.engine.createHeadToken();
            assertThat(token).isEqualTo(GapAwareTrackingToken.newInstance(3, List.of(2L)));
        });
        assertThat(node.engine.createHeadToken())
                .isEqualTo(GapAwareTrackingToken.newInstance(3, List.of()));
    }

    @Test
    void findsTheTokenOfAnInstant() {
        node.append(event("note-1", 0, Instant.parse("2026-01-01T00:00:00Z")));
        node.append(event("note-1", 1, Instant.parse("2026-01-02T00:00:00Z")));

        assertThat(node.engine.createTokenAt(Instant.parse("2026-01-01T12:00:00Z")))
                .isEqualTo(GapAwareTrackingToken.newInstance(1, List.of()));
        assertThat(node.engine.createTokenAt(Instant.parse("2027-01-01T00:00:00Z")))
                .isEqualTo(GapAwareTrackingToken.newInstance(2, List.of()));
    }

    private static void onAnotherThread(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
