package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.DaybookServer.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityIT {

    private static final String ID = "01a1fcbf-72e2-7865-b0b0-7911be01f39e";
    private static final List<String> SCOPES =
            List.of(
                    "orders:read",
                    "orders:write",
                    "inventory:read",
                    "inventory:write",
                    "payments:read",
                    "payments:write",
                    "returns:read",
                    "returns:write",
                    "audit:read",
                    "projections:manage");

    private final DaybookServer daybook = DaybookServer.start();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, orders:read, /api/v1/orders",
        "GET, orders:read, /api/v1/orders/ord_" + ID,
        "GET, audit:read, /api/v1/orders/ord_" + ID + "/events",
        "POST, orders:write, /api/v1/orders",
        "POST, orders:write, /api/v1/orders/ord_" + ID + "/cancel",
        "POST, orders:write, /api/v1/orders/ord_" + ID + "/shipments",
        "GET, inventory:read, /api/v1/inventory",
        "GET, inventory:read, /api/v1/inventory/A/main",
        "GET, audit:read, /api/v1/inventory/A/main/events",
        "POST, inventory:write, /api/v1/inventory/A/main/receive",
        "POST, inventory:write, /api/v1/inventory/A/main/reservations",
        "GET, payments:read, /api/v1/payments",
        "POST, payments:write, /api/v1/payments",
        "POST, payments:write, /api/v1/payments/pay_" + ID + "/refunds",
        "GET, audit:read, /api/v1/payments/pay_" + ID + "/events",
        "GET, returns:read, /api/v1/returns",
        "POST, returns:write, /api/v1/returns",
        "POST, returns:write, /api/v1/returns/ret_" + ID + "/approve",
        "GET, audit:read, /api/v1/returns/ret_" + ID + "/events",
        "GET, audit:read, /api/v1/events",
        "GET, projections:manage, /api/v1/projections",
        "POST, projections:manage, /api/v1/projections/nothing/rebuild"
    })
    void everyCallNeedsItsScope(String method, String scope, String path) {
        String others =
                String.join(" ", SCOPES.stream().filter(each -> !each.equals(scope)).toList());

        Answer nobody = call(method, "", path);
        Answer unscoped = call(method, daybook.token("demo", others), path);
        Answer scoped = call(method, daybook.token("demo", scope), path);

        if ("GET".equals(method)) {
            // HEAD tells about the same entities and is served by the same calls.
            String bearer = daybook.token("demo", others);
            assertThat(daybook.send("HEAD", bearer, path, "", "application/json").status())
                    .isEqualTo(403);
        }
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.headers())
                .containsKeys("X-Request-Id", "RateLimit", "RateLimit-Policy", "Consistency-Token");
        assertThat(nobody.headers()).containsKey("WWW-Authenticate");
        assertThat(unscoped.status()).isEqualTo(403);
        assertThat(unscoped.text("/code")).isEqualTo("missing-scope");
        assertThat(unscoped.text("/detail")).contains(scope);
        assertThat(scoped.status()).isIn(200, 400, 404);
    }

    @Test
    void anotherTenantsEntitiesAreUnknown() {
        String mine = daybook.token("mine", String.join(" ", SCOPES));
        String theirs = daybook.token("theirs", String.join(" ", SCOPES));
        daybook.post(mine, "/api/v1/inventory/TEA-1/main/receive", "{\"quantity\":5}");
        Answer placed =
                daybook.post(
                        mine,
                        "/api/v1/orders",
                        OrderJourneyIT.order("TEA-1", 1),
                        "Prefer",
                        "wait=10");
        String order = "/api/v1/orders/" + placed.text("/orderId");
        String payment =
                "/api/v1/payments/" + daybook.get(mine, order).text("/payments/0/paymentId");

        for (String path :
                List.of(
                        order,
                        order + "?version=1",
                        order + "/events",
                        payment,
                        payment + "/events",
                        "/api/v1/inventory/TEA-1",
                        "/api/v1/inventory/TEA-1/main")) {
            assertThat(daybook.get(mine, path).status()).as(path).isEqualTo(200);
            assertThat(daybook.get(theirs, path).status()).as(path).isEqualTo(404);
        }
        for (String path : List.of(order + "/cancel", payment + "/refunds")) {
            Answer refused = daybook.post(theirs, path, "{\"reason\":\"x\"" + amount(path) + "}");
            assertThat(refused.status()).as(path).isEqualTo(404);
        }
        assertThat(daybook.get(theirs, "/api/v1/orders").json().at("/items").size()).isZero();
        assertThat(daybook.get(theirs, "/api/v1/events").json().at("/items").size()).isZero();
    }

    @Test
    void forgedAndForeignTokensAreRefused() {
        String good = daybook.token("demo", "orders:read");
        String[] parts = good.split("\\.", -1);
        String none = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0." + parts[1] + ".";
        for (String bad :
                List.of(
                        "x",
                        none,
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + parts[1] + ".AAAA",
                        good + "x")) {
            assertThat(daybook.get(bad, "/api/v1/orders").status()).as(bad).isEqualTo(401);
        }
        assertThat(daybook.get(good, "/api/v1/orders").status()).isEqualTo(200);
    }

    private static String amount(String path) {
        return path.endsWith("refunds") ? ",\"amount\":\"1.00\"" : "";
    }

    private Answer call(String method, String token, String path) {
        return "GET".equals(method) ? daybook.get(token, path) : daybook.post(token, path, "{}");
    }
}
