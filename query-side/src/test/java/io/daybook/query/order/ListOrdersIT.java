package io.daybook.query.order;

import static io.daybook.query.QuerySide.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.order.ListOrders;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.OrderStatus;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Page;
import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import io.daybook.query.QuerySide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListOrdersIT {

    private final QuerySide daybook = QuerySide.running();
    private final TenantId tenant = QuerySide.newTenant();

    /** A {@code ListOrders} that a test changes where it matters. */
    private final class Asked {
        TenantId of = tenant;
        @Nullable OrderStatus status;
        @Nullable CustomerId customerId;
        @Nullable Sku sku;
        @Nullable String reference;
        @Nullable Instant placedFrom;
        @Nullable Instant placedTo;
        @Nullable String text;
        boolean newestFirst;
        int limit = 50;
        @Nullable Cursor after;

        ListOrders query() {
            return new ListOrders(
                    of,
                    status,
                    customerId,
                    sku,
                    reference,
                    placedFrom,
                    placedTo,
                    text,
                    newestFirst,
                    new PageRequest(limit, after));
        }
    }

    @BeforeAll
    void threeOrdersOfTwoCustomers() {
        var tea = new StockItemId(tenant, new Location("main"), new Sku("TEA-1"));
        daybook.accepted(tenant, new ReceiveStock(tea, 1000, null));
        place(tenant, "A", "C-1", line("TEA-1", "Green tea, 50% off"));
        place(tenant, "B", "C-2", line("TEA-1", "Green tea"));
        place(tenant, "C", "C-2", line("TEA-9", "Rare_tea"));
        place(QuerySide.newTenant(), "X", "C-1", line("TEA-1", "Green tea"));
        await().untilAsserted(() ->
                assertThat(references(asked -> asked.status = OrderStatus.REJECTED))
                        .containsExactly("C"));
        await().untilAsserted(() ->
                assertThat(references(asked -> asked.status = OrderStatus.CONFIRMED))
                        .containsExactly("A", "B"));
        daybook.catchUp();
    }

    @Test
    void listsTheOrdersOfATenantOldestOrNewestFirst() {
        assertThat(references(_ -> {})).containsExactly("A", "B", "C");
        assertThat(references(asked -> asked.newestFirst = true)).containsExactly("C", "B", "A");
        assertThat(references(asked -> asked.of = QuerySide.newTenant())).isEmpty();
    }

    @Test
    void everyFilterNarrowsTheList() {
        assertThat(references(asked -> asked.customerId = new CustomerId("C-2")))
                .containsExactly("B", "C");
        assertThat(references(asked -> asked.sku = new Sku("TEA-9"))).containsExactly("C");
        assertThat(references(asked -> asked.reference = "B")).containsExactly("B");
        assertThat(
                        references(asked -> {
                            asked.customerId = new CustomerId("C-2");
                            asked.sku = new Sku("TEA-1");
                        }))
                .containsExactly("B");
    }

    @Test
    void theTimeOfPlacingIsCutInclusiveToExclusive() {
        var placed = each(list(_ -> {}), "placedAt").stream().map(Instant::parse).toList();
        // The read model keeps microseconds: whole ones around the second order are on the safe
        // side.
        var from = placed.get(1).minusNanos(1000);
        var to = placed.get(2).minusNanos(1000);

        assertThat(
                        references(asked -> {
                            asked.placedFrom = from;
                            asked.placedTo = to;
                        }))
                .containsExactly("B");
    }

    @Test
    void findsTextsWhateverTheirCaseAndCharacters() {
        assertThat(references(asked -> asked.text = "GREEN")).containsExactly("A", "B");
        assertThat(references(asked -> asked.text = "50% OFF")).containsExactly("A");
        assertThat(references(asked -> asked.text = "c-2")).containsExactly("B", "C");
        assertThat(references(asked -> asked.text = "tea-9")).containsExactly("C");
        assertThat(references(asked -> asked.text = "e_t")).containsExactly("C");
        assertThat(references(asked -> asked.text = "n_t")).isEmpty();
        assertThat(references(asked -> asked.text = "g%n")).isEmpty();
    }

    @Test
    void pagesNeverShiftWhenOrdersAreAdded() {
        var busy = QuerySide.newTenant();
        for (var reference : List.of("1", "2", "3", "4", "5")) {
            place(busy, reference, "C-1", line("TEA-1", null));
        }
        daybook.catchUp();

        var first = page(busy, true, null);
        place(busy, "6", "C-1", line("TEA-1", null));
        daybook.catchUp();
        var second = page(busy, true, first.next());
        var third = page(busy, true, second.next());

        assertThat(each(first, "reference")).containsExactly("5", "4");
        assertThat(each(second, "reference")).containsExactly("3", "2");
        assertThat(each(third, "reference")).containsExactly("1");
        assertThat(third.next()).isNull();
        var oldest = page(busy, false, null);
        assertThat(each(oldest, "reference")).containsExactly("1", "2");
        assertThat(each(page(busy, false, oldest.next()), "reference")).containsExactly("3", "4");
    }

    private Page page(TenantId of, boolean newestFirst, @Nullable Cursor after) {
        return list(asked -> {
            asked.of = of;
            asked.newestFirst = newestFirst;
            asked.limit = 2;
            asked.after = after;
        });
    }

    private List<String> references(Consumer<Asked> change) {
        return each(list(change), "reference");
    }

    private Page list(Consumer<Asked> change) {
        var asked = new Asked();
        change.accept(asked);
        return daybook.list(asked.query());
    }

    private void place(TenantId of, String reference, String customer, OrderLine line) {
        var id = OrderId.of(UUID.randomUUID());
        Money fee = OrderFixtures.eur("0.00");
        daybook.accepted(
                of,
                new PlaceOrder(
                        id,
                        new CustomerId(customer),
                        List.of(line),
                        null,
                        fee,
                        null,
                        reference,
                        Map.of()));
    }

    private static OrderLine line(String sku, @Nullable String name) {
        return new OrderLine(
                OrderFixtures.TEA,
                new Sku(sku),
                name,
                1,
                OrderFixtures.eur("3.33"),
                OrderFixtures.eur("0.00"),
                BigDecimal.ZERO,
                new Location("main"));
    }
}
