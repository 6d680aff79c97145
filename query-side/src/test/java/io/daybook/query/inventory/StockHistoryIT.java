package io.daybook.query.inventory;

import static io.daybook.query.QuerySide.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.ExplainStock;
import io.daybook.domain.inventory.FindStockItem;
import io.daybook.domain.inventory.ListMovements;
import io.daybook.domain.inventory.MoveToBucket;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.SetReorderPolicy;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Page;
import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.query.QuerySide;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockHistoryIT {

    private final QuerySide daybook = QuerySide.running();
    private final StockItemId tea =
            new StockItemId(QuerySide.newTenant(), new Location("main"), new Sku("TEA-1"));
    private final ReservationId open = ReservationId.of(UUID.randomUUID());

    @BeforeAll
    void aLifeOfTea() {
        var gone = ReservationId.of(UUID.randomUUID());
        var shipped = ReservationId.of(UUID.randomUUID());
        accepted(new ReceiveStock(tea, 10, "po-1"));
        accepted(new ReserveStock(tea, shipped, 2, null));
        accepted(new SetReorderPolicy(tea, 3, 1, null));
        accepted(new CommitReservation(tea, shipped, 2, "shp-1"));
        accepted(new ReserveStock(tea, gone, 3, null));
        accepted(new ReleaseReservation(tea, gone, "changed"));
        accepted(new MoveToBucket(tea, Bucket.DAMAGED, 1, "wet", null));
        accepted(new ReserveStock(tea, open, 2, "cart-1"));
        daybook.catchUp();
    }

    @Test
    void theLedgerHasEveryMovementAndTheBalanceAfterIt() {
        var movements = movements(50);

        assertThat(movements)
                .extracting(each -> each.path("type").asString() + each.path("quantity"))
                .containsExactly(
                        "RECEIVED10",
                        "RESERVED2",
                        "SHIPPED-2",
                        "RESERVED3",
                        "RELEASED-3",
                        "MOVED_TO_BUCKET1",
                        "RESERVED2");
        assertThat(movements.getFirst().path("cause").asString()).isEqualTo("po-1");
        assertThat(movements.get(5).path("reason").asString()).isEqualTo("wet");
        var now = json(requireNonNull(daybook.find(new FindStockItem(tea))).json());
        var balance = movements.getLast().path("balance");
        for (String number : List.of("onHand", "reserved", "available", "buckets")) {
            assertThat(balance.path(number)).isEqualTo(now.path(number));
        }
    }

    @Test
    void pagesOfTheLedgerGoOnWhereTheLastOneEnded() {
        assertThat(movements(2)).isEqualTo(movements(50));
        assertThat(movements(1)).isEqualTo(movements(50));
    }

    @Test
    void everyNumberIsExplainedByItsEvents() {
        var found = json(requireNonNull(daybook.find(new ExplainStock(tea))).json());

        assertThat(found.at("/onHand/value").asInt()).isEqualTo(8);
        assertThat(found.at("/onHand/shares").values())
                .extracting(share -> share.path("type").asString() + share.path("sum"))
                .containsExactly("RECEIVED10", "SHIPPED-2");
        assertThat(found.at("/onHand/shares/0/newest/0/event").asString())
                .isEqualTo("StockReceived");
        assertThat(found.at("/reserved/value").asInt()).isEqualTo(2);
        assertThat(found.at("/reserved/open").values())
                .extracting(each -> each.path("reservationId").asString())
                .containsExactly(open.value());
        assertThat(found.at("/buckets/damaged/shares/0/newest/0/reason").asString())
                .isEqualTo("wet");
        assertThat(found.at("/buckets/safety/value").asInt()).isEqualTo(1);
        assertThat(found.at("/available/value").asInt()).isEqualTo(8 - 2 - 1 - 1);
    }

    @Test
    void ofAnItemThatIsNotKeptThereIsNothingToSay() {
        var unknown = new StockItemId(tea.tenant(), new Location("shop"), tea.sku());

        assertThat(daybook.find(new ExplainStock(unknown))).isNull();
        assertThat(daybook.list(new ListMovements(unknown, new PageRequest(5, null))).items())
                .isEmpty();
    }

    private List<JsonNode> movements(int limit) {
        var all = new ArrayList<JsonNode>();
        @Nullable Cursor after = null;
        do {
            Page page = daybook.list(new ListMovements(tea, new PageRequest(limit, after)));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(item -> all.add(json(item)));
            after = page.next();
        } while (after != null);
        return all;
    }

    private void accepted(Object command) {
        daybook.accepted(tea.tenant(), command);
    }
}
