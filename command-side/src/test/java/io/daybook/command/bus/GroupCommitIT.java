package io.daybook.command.bus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that share a commit, driven through the bus on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupCommitIT {

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void commandsThatComeTogetherShareTransactions() throws Exception {
        var results =
                together(40, i -> new ReceiveStock(item("SHARED-" + i), 1, null), i -> Map.of());

        assertThat(results).allSatisfy(GroupCommitIT::isAccepted);
        long transactions =
                daybook.bean(JdbcClient.class)
                        .sql(
                                "SELECT count(DISTINCT xmin::text) FROM daybook.domain_event_entry"
                                        + " WHERE aggregate_identifier LIKE '%/SHARED-%'")
                        .query(Long.class)
                        .single();
        assertThat(transactions).isLessThan(20);
    }

    @Test
    void commandsOnOneEntityBuildOnEachOtherWithinAGroup() throws Exception {
        StockItemId item = item("HOT");
        daybook.send(new ReceiveStock(item, 25, null));

        var results =
                together(
                        40,
                        i -> new ReserveStock(item, reservation(), 1, null),
                        i -> key("hot-" + i));

        assertThat(results.stream().filter(GroupCommitIT::accepted)).hasSize(25);
        // Registered, received, promised 25 times, ran out.
        assertThat(daybook.historyNames(item)).hasSize(28);
        assertThat(
                        results.stream()
                                .filter(GroupCommitIT::accepted)
                                .map(result ->
                                        ((CommandResult.Accepted) result.getPayload()).version())
                                .distinct())
                .hasSize(25);
    }

    @Test
    void theSameKeyTwiceInAGroupHasOneEffectAndOneAnswer() throws Exception {
        StockItemId item = item("TWICE");

        var results =
                together(40, i -> new ReceiveStock(item, 1, null), i -> key("twice-" + i % 10));

        assertThat(results).allSatisfy(GroupCommitIT::isAccepted);
        // one registration and ten receipts
        assertThat(daybook.historyNames(item)).hasSize(11);
        assertThat(results.stream().filter(r -> r.getMetaData().containsKey(MetadataKeys.REPLAYED)))
                .hasSize(30);
    }

    @Test
    void aKeyThatIsTakenSpoilsNobodyElsesCommand() throws Exception {
        daybook.send(new ReceiveStock(item("TAKEN"), 1, null), key("taken"));

        var results =
                together(
                        30,
                        i -> new ReceiveStock(item(i == 7 ? "TAKEN" : "FREE-" + i), 1, null),
                        i -> key(i == 7 ? "taken" : "free-" + i));

        assertThat(results).allSatisfy(GroupCommitIT::isAccepted);
        assertThat(daybook.historyNames(item("TAKEN"))).hasSize(2);
        assertThat(IntStream.range(0, 30).filter(i -> i != 7))
                .allSatisfy(i -> assertThat(daybook.historyNames(item("FREE-" + i))).hasSize(2));
    }

    @Test
    void aRaceThatIsLostToAnotherNodeIsRunAgain() throws Exception {
        StockItemId item = item("RACE");
        daybook.send(new ReceiveStock(item, 10, null));
        appendLikeAnotherNode(item);

        var results =
                together(
                        20,
                        i -> new ReceiveStock(i == 3 ? item : item("CALM-" + i), 1, null),
                        i -> Map.of());

        assertThat(results).allSatisfy(GroupCommitIT::isAccepted);
        assertThat(daybook.historyNames(item)).hasSize(4);
    }

    @Test
    void theAnswerTellsAPositionThatTheEventsAreIn() throws Exception {
        var results =
                together(
                        20,
                        i -> new ReceiveStock(item("POSITION-" + i), 1, null),
                        i -> key("pos-" + i));

        for (int i = 0; i < 20; i++) {
            long own =
                    daybook.bean(JdbcClient.class)
                            .sql(
                                    "SELECT max(global_index) FROM daybook.domain_event_entry WHERE aggregate_identifier = ?")
                            .param(item("POSITION-" + i).toString())
                            .query(Long.class)
                            .single();
            long stored =
                    daybook.bean(JdbcClient.class)
                            .sql("SELECT position FROM daybook.idempotency_key WHERE key = ?")
                            .param("pos-" + i)
                            .query(Long.class)
                            .single();
            assertThat(stored).isGreaterThanOrEqualTo(own);
            assertThat(results.get(i).getMetaData()).containsEntry(MetadataKeys.POSITION, stored);
        }
    }

    /**
     * A row with the next sequence number of the item, past the aggregate in this node's memory.
     */
    private void appendLikeAnotherNode(StockItemId item) throws SQLException {
        try (var connection = daybook.bean(DataSource.class).getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                INSERT INTO daybook.domain_event_entry (type, aggregate_identifier, sequence_number,
                                  event_identifier, time_stamp, payload_type, payload_revision, payload, meta_data, tenant)
                                SELECT type, aggregate_identifier, sequence_number + 1, ?, time_stamp,
                                  payload_type, payload_revision, payload, meta_data, tenant
                                FROM daybook.domain_event_entry WHERE aggregate_identifier = ?
                                ORDER BY sequence_number DESC LIMIT 1
                                """)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, item.toString());
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private interface Numbered<T> {
        T of(int number);
    }

    private List<CommandResultMessage<CommandResult>> together(
            int count, Numbered<Object> command, Numbered<Map<String, Object>> metadata) {
        var answers = new ArrayList<CompletableFuture<CommandResultMessage<CommandResult>>>();
        for (int i = 0; i < count; i++) {
            answers.add(daybook.submit(command.of(i), metadata.of(i)));
        }
        return answers.stream().map(answer -> answer.orTimeout(30, SECONDS).join()).toList();
    }

    private static void isAccepted(CommandResultMessage<CommandResult> result) {
        assertThat(result.isExceptional()).isFalse();
        assertThat(result.getPayload()).isInstanceOf(CommandResult.Accepted.class);
    }

    private static boolean accepted(CommandResultMessage<CommandResult> result) {
        return result.getPayload() instanceof CommandResult.Accepted;
    }

    private static StockItemId item(String sku) {
        return new StockItemId(new TenantId("demo"), new Location("main"), new Sku(sku));
    }

    private static ReservationId reservation() {
        return ReservationId.of(UUID.randomUUID());
    }

    private static Map<String, Object> key(String key) {
        var metadata = new HashMap<String, Object>();
        metadata.put(MetadataKeys.IDEMPOTENCY_KEY, key);
        metadata.put(MetadataKeys.IDEMPOTENCY_ROUTE, "POST /test");
        metadata.put(MetadataKeys.IDEMPOTENCY_FINGERPRINT, "same");
        return metadata;
    }
}
