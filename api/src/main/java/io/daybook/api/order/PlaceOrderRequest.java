package io.daybook.api.order;

import io.daybook.api.exchange.Checks;
import io.daybook.api.problem.ProblemException;
import io.daybook.domain.order.Address;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.PaymentTerms;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /orders}. Amounts are decimal strings in the order's currency. */
record PlaceOrderRequest(
        @Nullable String customerId,
        @Nullable String currency,
        @Nullable List<@Nullable Line> lines,
        @Nullable Address shippingAddress,
        @Nullable String shippingFee,
        @Nullable Payment payment,
        @Nullable String reference,
        @Nullable Map<String, @Nullable String> metadata) {

    private static final int MOST_LINES = 500;
    private static final int MOST_UNITS = 1_000_000;

    /** One line; {@code discount} is taken off the whole line. */
    record Line(
            @Nullable String sku,
            @Nullable String name,
            @Nullable Long quantity,
            @Nullable String unitPrice,
            @Nullable String discount,
            @Nullable String taxRate,
            @Nullable String location) {}

    /** How the customer pays. */
    record Payment(@Nullable String method, @Nullable String token) {}

    /**
     * @param expiresAt until when an order that is not on account has to be paid
     */
    PlaceOrder command(OrderId orderId, Location defaultLocation, @Nullable Instant expiresAt) {
        var checks = new Checks();
        CustomerId customer = checks.value("/customerId", customerId, CustomerId::new);
        Currency money = checks.currency("/currency", currency);
        Money fee = checks.amountOrZero("/shippingFee", shippingFee, money);
        String checkedReference = checks.optionalText("/reference", reference, 100);
        PaymentTerms terms = terms(payment, checks);
        checkAddress(checks);
        Map<String, String> checkedMetadata = metadata(checks);
        List<OrderLine> orderLines = lines(checks, money, defaultLocation);
        checks.done();
        if (customer == null) {
            throw new IllegalStateException("a checked request has a customer");
        }
        try {
            return new PlaceOrder(
                    orderId,
                    customer,
                    orderLines,
                    shippingAddress,
                    fee,
                    terms,
                    checkedReference,
                    checkedMetadata,
                    terms == null ? null : expiresAt);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/lines", "the total " + e.getMessage());
        }
    }

    private List<OrderLine> lines(Checks checks, Currency money, Location defaultLocation) {
        var result = new ArrayList<OrderLine>();
        if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
            checks.wrong("/lines", "must have 1 to " + MOST_LINES + " lines");
            return result;
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String at = "/lines/" + i;
            if (line == null) {
                checks.wrong(at, "must be an object");
                continue;
            }
            Sku sku = checks.value(at + "/sku", line.sku, Sku::new);
            Location location = checks.optional(at + "/location", line.location, Location::new);
            int quantity = checks.whole(at + "/quantity", line.quantity, 1, MOST_UNITS);
            Money price = checks.amount(at + "/unitPrice", line.unitPrice, money);
            Money discount = checks.amountOrZero(at + "/discount", line.discount, money);
            var rate = checks.rate(at + "/taxRate", line.taxRate);
            String name = checks.optionalText(at + "/name", line.name, 200);
            if (sku != null) {
                result.add(
                        new OrderLine(
                                new LineId(Integer.toString(i + 1)),
                                sku,
                                name,
                                quantity,
                                price,
                                discount,
                                rate,
                                location == null ? defaultLocation : location));
            }
        }
        return result;
    }

    static @Nullable PaymentTerms terms(@Nullable Payment payment, Checks checks) {
        return payment == null
                ? null
                : new PaymentTerms(
                        checks.text("/payment/method", payment.method, 50),
                        checks.text("/payment/token", payment.token, 200));
    }

    private void checkAddress(Checks checks) {
        if (shippingAddress != null) {
            checks.optionalText("/shippingAddress/name", shippingAddress.name(), 200);
            checks.optionalText("/shippingAddress/street", shippingAddress.street(), 200);
            checks.optionalText("/shippingAddress/city", shippingAddress.city(), 200);
            checks.optionalText("/shippingAddress/region", shippingAddress.region(), 200);
            checks.optionalText("/shippingAddress/postalCode", shippingAddress.postalCode(), 200);
            checks.optionalText("/shippingAddress/country", shippingAddress.country(), 200);
        }
    }

    private Map<String, String> metadata(Checks checks) {
        var result = new HashMap<String, String>();
        if (metadata == null) {
            return result;
        }
        if (metadata.size() > 20) {
            checks.wrong("/metadata", "has at most 20 entries");
        }
        metadata.forEach((key, value) -> {
            String at = "/metadata/" + key.replace("~", "~0").replace("/", "~1");
            checks.text("/metadata", key, 40);
            if (value == null) {
                checks.wrong(at, "must be text");
            } else {
                checks.optionalText(at, value, 500);
                result.put(key, value);
            }
        });
        return result;
    }
}
