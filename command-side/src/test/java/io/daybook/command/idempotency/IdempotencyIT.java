package io.daybook.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.CommandSide;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.StockReceipt;
import io.daybook.domain.message.AnswerStore;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.message.RequestRejection;
import io.daybook.domain.message.StoredAnswer;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyIT {

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void aRepeatedKeyIsAnsweredWithoutASecondEffect() {
        StockItemId item = item("REPEATED");
        var first = daybook.send(new ReceiveStock(item, 5, null), key("k1", "a"));
        var second = daybook.send(new ReceiveStock(item, 5, null), key("k1", "a"));

        assertThat(second.getPayload()).isEqualTo(first.getPayload());
        assertThat(second.getMetaData())
                .containsEntry(MetadataKeys.REPLAYED, true)
                .containsEntry(
                        MetadataKeys.POSITION, first.getMetaData().get(MetadataKeys.POSITION));
        assertThat(daybook.historyNames(item))
                .containsExactly("StockItemRegistered", "StockReceived");
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        StockItemId item = item("REUSED");
        daybook.send(new ReceiveStock(item, 5, null), key("k2", "a"));

        var result = daybook.send(new ReceiveStock(item, 6, null), key("k2", "b"));

        assertThat(refusal(result)).isEqualTo(new RequestRejection.KeyReused("k2"));
        assertThat(daybook.historyNames(item)).hasSize(2);
    }

    @Test
    void aRefusalIsReplayedToo() {
        var reserve = new ReserveStock(item("EMPTY"), reservation(), 1, null);
        var first = daybook.send(reserve, key("k3", "a"));
        daybook.send(new ReceiveStock(item("EMPTY"), 5, null));

        var second = daybook.send(reserve, key("k3", "a"));

        assertThat(first.getPayload()).isInstanceOf(CommandResult.Refused.class);
        assertThat(second.getMetaData()).containsEntry(MetadataKeys.REPLAYED, true);
    }

    @Test
    void aRetryOfTheReservationOfTheLastUnitIsNotTakenForASecondOne() {
        StockItemId item = item("LAST");
        daybook.send(new ReceiveStock(item, 1, null));
        var first = daybook.send(new ReserveStock(item, reservation(), 1, null), key("k4", "a"));

        var second = daybook.send(new ReserveStock(item, reservation(), 1, null), key("k4", "a"));

        assertThat(first.getPayload()).isInstanceOf(CommandResult.Accepted.class);
        assertThat(second.getPayload()).isEqualTo(first.getPayload());
    }

    @Test
    void aRetryWithAnOutdatedVersionGetsItsFirstAnswer() {
        StockItemId item = item("VERSIONED");
        daybook.send(new ReceiveStock(item, 1, null));
        var metadata = new HashMap<>(key("k5", "a"));
        metadata.put(MetadataKeys.EXPECTED_VERSION, "2");
        var first = daybook.send(new ReceiveStock(item, 1, null), metadata);

        var second = daybook.send(new ReceiveStock(item, 1, null), metadata);
        metadata.remove(MetadataKeys.IDEMPOTENCY_KEY);
        var third = daybook.send(new ReceiveStock(item, 1, null), metadata);

        assertThat(first.getPayload()).isInstanceOf(CommandResult.Accepted.class);
        assertThat(second.getPayload()).isEqualTo(first.getPayload());
        assertThat(refusal(third)).isEqualTo(new RequestRejection.VersionMismatch("2", 3));
    }

    @Test
    void fiftyAtOnceHaveOneEffectAndOneAnswer() {
        StockItemId item = item("STORM");
        var answers =
                IntStream.range(0, 50)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(() ->
                                        daybook.send(
                                                new ReceiveStock(item, 5, null), key("k6", "a"))))
                        .toList();

        assertThat(answers.stream().map(answer -> answer.join().getPayload()).distinct())
                .containsExactly(
                        new CommandResult.Accepted(
                                new StockReceipt(item.sku(), item.location(), 5, 0, 5, null), 2));
        assertThat(daybook.historyNames(item)).hasSize(2);
    }

    @Test
    void fiftyCreationsAtOnceCreateOneOrder() {
        var answers =
                IntStream.range(0, 50)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(() -> {
                                    PlaceOrder order =
                                            CommandSide.anOrder(
                                                    CommandSide.newOrderId(), "tok_approve");
                                    return daybook.send(order, key("k7", "a"));
                                }))
                        .toList();

        assertThat(answers.stream().map(answer -> answer.join().getPayload()).distinct())
                .hasSize(1);
    }

    /** The key is stored with the events, or not at all. */
    @Test
    void p15_a_command_that_failed_is_not_remembered_as_done() {
        StockItemId item = item("FAILS");
        JdbcTemplate database = new JdbcTemplate(daybook.bean(DataSource.class));
        database.execute(
                "ALTER TABLE daybook.domain_event_entry ADD CONSTRAINT full_disk"
                        + " CHECK (aggregate_identifier NOT LIKE '%FAILS') NOT VALID");
        var failed =
                daybook.submit(new ReceiveStock(item, 5, null), key("p15", "a"))
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
        database.execute("ALTER TABLE daybook.domain_event_entry DROP CONSTRAINT full_disk");

        var second = daybook.send(new ReceiveStock(item, 5, null), key("p15", "a"));

        assertThat(failed.isExceptional()).isTrue();
        assertThat(second.getMetaData()).doesNotContainKey(MetadataKeys.REPLAYED);
        assertThat(daybook.historyNames(item))
                .containsExactly("StockItemRegistered", "StockReceived");
    }

    @Test
    void theSameKeyOfAnotherTenantOrRouteIsAnotherKey() {
        var item = item("SCOPED");
        daybook.send(new ReceiveStock(item, 1, null), key("k8", "a"));
        var otherRoute = new HashMap<>(key("k8", "a"));
        otherRoute.put(MetadataKeys.IDEMPOTENCY_ROUTE, "POST /other");

        daybook.send(new ReceiveStock(item, 1, null), otherRoute);

        assertThat(daybook.historyNames(item)).hasSize(3);
    }

    @Test
    void theFirstFullerAnswerIsKept() {
        daybook.send(new ReceiveStock(item("FULLER"), 1, null), key("k9", "a"));
        AnswerStore answers = daybook.bean(AnswerStore.class);
        var first = new StoredAnswer(201, Map.of("ETag", "\"1\""), "{}");
        var second = new StoredAnswer(200, Map.of(), "{\"late\":true}");
        var tenant = new TenantId("demo");

        assertThat(answers.remember(tenant, "POST /test", "k9", first).join()).isEqualTo(first);
        assertThat(answers.remember(tenant, "POST /test", "k9", second).join()).isEqualTo(first);
    }

    @Test
    void anotherTenantsEntityIsUnknown() {
        StockItemId item = item("THEIRS");
        daybook.send(new ReceiveStock(item, 1, null));

        var result =
                daybook.send(new ReceiveStock(item, 1, null), Map.of(MetadataKeys.TENANT, "other"));

        assertThat(refusal(result)).isEqualTo(new RequestRejection.UnknownEntity("stock item"));
    }

    private static Map<String, Object> key(String key, String fingerprint) {
        return Map.of(
                MetadataKeys.IDEMPOTENCY_KEY, key,
                MetadataKeys.IDEMPOTENCY_ROUTE, "POST /test",
                MetadataKeys.IDEMPOTENCY_FINGERPRINT, fingerprint);
    }

    private static Object refusal(CommandResultMessage<CommandResult> result) {
        return ((CommandResult.Refused) result.getPayload()).rejection();
    }

    private static ReservationId reservation() {
        return ReservationId.of(UUID.randomUUID());
    }

    private static StockItemId item(String sku) {
        return new StockItemId(new TenantId("demo"), new Location("main"), new Sku(sku));
    }
}
