package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.PAYMENT;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.OrderView.FulfilmentStatus;
import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.payment.AuthorisationRequested;
import io.daybook.domain.payment.CaptureRequested;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.payment.PaymentCaptured;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrderViewTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void totalsAreExact() {
        var totals = placed().totals();

        assertThat(totals)
                .isEqualTo(
                        new OrderView.Totals(
                                new BigDecimal("29.99"),
                                new BigDecimal("1.00"),
                                new BigDecimal("1.71"),
                                new BigDecimal("4.90"),
                                new BigDecimal("35.60")));
    }

    @Test
    void theJsonOfAViewReadsBackAsTheSameView() {
        OrderView view = shippedAndCaptured();

        String text = json.writeValueAsString(view);

        assertThat(json.readValue(text, OrderView.class)).isEqualTo(view);
        assertThat(json.writeValueAsString(json.readValue(text, OrderView.class))).isEqualTo(text);
        assertThat(text)
                .contains("\"unitPrice\":\"3.33\"")
                .contains("\"placedAt\":\"2026-11-21T10:00:00Z\"");
    }

    @Test
    void capturedMoneyLowersTheBalance() {
        OrderView view = shippedAndCaptured();

        assertThat(view.balanceDue()).isEqualByComparingTo("30.60");
        assertThat(view.paymentStatus()).isEqualTo(OrderPaymentStatus.PARTLY_CAPTURED);
        assertThat(view.fulfilmentStatus()).isEqualTo(FulfilmentStatus.PARTLY_SHIPPED);
        assertThat(view.status()).isEqualTo(OrderStatus.IN_FULFILMENT);
    }

    private static OrderView placed() {
        var event = (OrderPlaced) OrderFixtures.anOrder().when(placeOrder()).events().getFirst();
        return OrderView.evolve(null, event, NOW);
    }

    private static OrderView shippedAndCaptured() {
        OrderView view = placed();
        view = OrderView.evolve(view, new OrderConfirmed(ID), NOW);
        var shipped = aConfirmedOrder().when(ship(shipment(1), new LineQuantity(TEA, 1))).events();
        view = OrderView.evolve(view, shipped.getFirst(), NOW);
        for (var event :
                List.of(
                        new AuthorisationRequested(
                                PAYMENT, ID, "authorise", eur("35.60"), "card", "tok"),
                        new PaymentAuthorised(PAYMENT, ID, "authorise", eur("35.60"), "r"),
                        new CaptureRequested(PAYMENT, ID, "c", eur("5.00"), null),
                        new PaymentCaptured(PAYMENT, ID, "c", eur("5.00"), "r"))) {
            view = view.evolve(event, NOW);
        }
        return view;
    }
}
