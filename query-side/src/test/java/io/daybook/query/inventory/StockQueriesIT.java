package io.daybook.query.inventory;

import static io.daybook.query.QuerySide.each;
import static io.daybook.query.QuerySide.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.AdjustStock;
import io.daybook.domain.inventory.FindSku;
import io.daybook.domain.inventory.FindStockItem;
import io.daybook.domain.inventory.FindStockItemAt;
import io.daybook.domain.inventory.ListStock;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.SetReorderPolicy;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Moment;
import io.daybook.domain.read.Page;
import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import io.daybook.query.QuerySide;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockQueriesIT {

    private static final Sku TEA = new Sku("TEA-1");

    private final QuerySide daybook = QuerySide.running();
    private final TenantId tenant = QuerySide.newTenant();
    private final TenantId other = QuerySide.newTenant();

    @BeforeAll
    void teaInTwoPlacesAndACup() {
        receive(tenant, "main", "TEA-1", 10);
        daybook.accepted(
                tenant,
                new ReserveStock(
                        item(tenant, "main", "TEA-1"),
                        ReservationId.of(UUID.randomUUID()),
                        3,
                        null));
        daybook.accepted(tenant, new SetReorderPolicy(item(tenant, "main", "TEA-1"), 8, 1, null));
        daybook.accepted(tenant, new AdjustStock(item(tenant, "main", "TEA-1"), -1, "broken"));
        receive(tenant, "shop", "TEA-1", 5);
        receive(tenant, "main", "CUP-1", 2);
        receive(other, "main", "TEA-1", 77);
        daybook.catchUp();
    }

    @Test
    void findsAnItemOfATenant() {
        var mine = json(requireNonNull(find(tenant, "main", "TEA-1")));
        assertThat(mine.path("onHand").asInt()).isEqualTo(9);
        assertThat(mine.path("available").asInt()).isEqualTo(5);
        var theirs = json(requireNonNull(find(other, "main", "TEA-1")));
        assertThat(theirs.path("onHand").asInt()).isEqualTo(77);
        assertThat(find(other, "shop", "TEA-1")).isNull();
    }

    @Test
    void addsUpASkuOverItsLocations() {
        var sum = requireNonNull(daybook.find(new FindSku(tenant, TEA)));

        var json = json(sum.json());
        assertThat(json.path("onHand").asInt()).isEqualTo(14);
        assertThat(json.path("reserved").asInt()).isEqualTo(3);
        assertThat(json.path("available").asInt()).isEqualTo(10);
        assertThat(json.path("locations").values())
                .extracting(location -> location.path("location").asString())
                .containsExactly("main", "shop");
        var versions =
                json.path("locations").values().stream()
                        .mapToLong(location -> location.path("version").asLong())
                        .sum();
        assertThat(sum.version()).isEqualTo(versions);
        assertThat(daybook.find(new FindSku(other, new Sku("CUP-1")))).isNull();
    }

    @Test
    void listsBySkuAndLocation() {
        assertThat(onHand(list(tenant, null, null, false))).containsExactly("2", "9", "5");
        assertThat(onHand(list(tenant, TEA, null, false))).containsExactly("9", "5");
        assertThat(onHand(list(tenant, null, new Location("main"), false)))
                .containsExactly("2", "9");
        assertThat(onHand(list(tenant, null, null, true))).containsExactly("9");
        assertThat(onHand(list(other, null, null, false))).containsExactly("77");
    }

    @Test
    void pagesNeverShiftWhenItemsAreAdded() {
        var busy = QuerySide.newTenant();
        receive(busy, "main", "B", 1);
        receive(busy, "shop", "B", 2);
        receive(busy, "main", "D", 3);
        daybook.catchUp();

        var first = page(busy, null);
        receive(busy, "main", "A", 4);
        receive(busy, "main", "C", 5);
        daybook.catchUp();
        var second = page(busy, first.next());
        var third = page(busy, second.next());

        assertThat(onHand(first)).containsExactly("1");
        assertThat(onHand(second)).containsExactly("2");
        assertThat(onHand(third)).containsExactly("5");
        assertThat(onHand(page(busy, third.next()))).containsExactly("3");
    }

    @Test
    void theNewestVersionIsTheVeryDocumentOfTheReadModel() {
        var id = item(tenant, "main", "TEA-1");
        var newest = requireNonNull(daybook.find(new FindStockItem(id)));

        assertThat(at(id, new Moment.AtVersion(newest.version()))).isEqualTo(newest.json());
        assertThat(at(id, new Moment.AsOf(Instant.now().plusSeconds(60)))).isEqualTo(newest.json());
        assertThat(at(id, new Moment.AtVersion(newest.version() + 1))).isNull();
    }

    @Test
    void showsAnItemAsItWas() {
        var id = item(tenant, "main", "TEA-1");
        var newest = requireNonNull(daybook.find(new FindStockItem(id))).version();

        var before = json(requireNonNull(at(id, new Moment.AtVersion(newest - 1))));
        assertThat(before.path("onHand").asInt()).isEqualTo(10);
        var then = Instant.parse(before.path("updatedAt").asString());
        assertThat(at(id, new Moment.AsOf(then))).isEqualTo(before.toString());
        assertThat(at(id, new Moment.AtVersion(0))).isNull();
        assertThat(at(id, new Moment.AsOf(Instant.EPOCH))).isNull();
        assertThat(at(item(other, "shop", "TEA-1"), new Moment.AtVersion(1))).isNull();
    }

    private @Nullable String find(TenantId of, String location, String sku) {
        var document = daybook.find(new FindStockItem(item(of, location, sku)));
        return document == null ? null : document.json();
    }

    private @Nullable String at(StockItemId id, Moment moment) {
        var document = daybook.find(new FindStockItemAt(id, moment));
        return document == null ? null : document.json();
    }

    private Page list(
            TenantId of,
            @Nullable Sku sku,
            @Nullable Location location,
            boolean belowReorderPoint) {
        return daybook.list(
                new ListStock(of, sku, location, belowReorderPoint, new PageRequest(50, null)));
    }

    private Page page(TenantId of, @Nullable Cursor after) {
        return daybook.list(new ListStock(of, null, null, false, new PageRequest(1, after)));
    }

    private static List<String> onHand(Page page) {
        return each(page, "onHand");
    }

    private void receive(TenantId of, String location, String sku, int quantity) {
        daybook.accepted(of, new ReceiveStock(item(of, location, sku), quantity, null));
    }

    private static StockItemId item(TenantId of, String location, String sku) {
        return new StockItemId(of, new Location(location), new Sku(sku));
    }
}
