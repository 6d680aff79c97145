package io.daybook.api.returns;

import io.daybook.api.exchange.Checks;
import io.daybook.api.problem.ProblemException;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OpenReturn;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.ReturnTerms;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /returns}. Amounts are decimal strings in the order's currency.
 *
 * @param kind {@code RETURN} unless it says something else
 * @param refundTo {@code original} or {@code store-credit}; {@code original} when it is absent
 * @param outbound what is sent instead, for an exchange or a claim
 */
record RequestReturnRequest(
        @Nullable String orderId,
        @Nullable String kind,
        @Nullable List<@Nullable Line> lines,
        @Nullable String refundTo,
        @Nullable List<@Nullable Outbound> outbound) {

    private static final int MOST_LINES = 500;
    private static final int MOST_UNITS = 1_000_000;

    /** Units that are to come back, and why. */
    record Line(@Nullable String lineId, @Nullable Long quantity, @Nullable String reason) {}

    /** Goods that are sent instead; {@code discount} is taken off the whole line. */
    record Outbound(
            @Nullable String sku,
            @Nullable String name,
            @Nullable Long quantity,
            @Nullable String unitPrice,
            @Nullable String discount,
            @Nullable String taxRate,
            @Nullable String location) {}

    OrderId order() {
        var checks = new Checks();
        OrderId id = checks.value("/orderId", orderId, OrderId::new);
        checks.done();
        if (id == null) {
            throw new IllegalStateException("a checked request has an order");
        }
        return id;
    }

    OpenReturn command(
            ReturnId returnId, Currency currency, Location defaultLocation, Instant now) {
        var checks = new Checks();
        ReturnKind wanted = kind(checks);
        var units = new ArrayList<LineQuantity>();
        var reasons = new ArrayList<ReturnTerms.Reason>();
        lines(checks, units, reasons);
        RefundTo to = refundTo(checks, refundTo);
        List<OrderLine> goods = outbound(checks, wanted, currency, defaultLocation);
        checks.done();
        try {
            return new OpenReturn(
                    order(), returnId, wanted, units, now, new ReturnTerms(reasons, to, goods));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/lines", String.valueOf(e.getMessage()));
        }
    }

    private ReturnKind kind(Checks checks) {
        return switch (kind == null ? "RETURN" : kind) {
            case "RETURN" -> ReturnKind.RETURN;
            case "EXCHANGE" -> ReturnKind.EXCHANGE;
            case "CLAIM" -> ReturnKind.CLAIM;
            default -> {
                checks.wrong("/kind", "must be RETURN, EXCHANGE or CLAIM");
                yield ReturnKind.RETURN;
            }
        };
    }

    static RefundTo refundTo(Checks checks, @Nullable String text) {
        return switch (text == null ? "original" : text) {
            case "original" -> RefundTo.ORIGINAL;
            case "store-credit" -> RefundTo.STORE_CREDIT;
            default -> {
                checks.wrong("/refundTo", "must be original or store-credit");
                yield RefundTo.ORIGINAL;
            }
        };
    }

    private void lines(Checks checks, List<LineQuantity> units, List<ReturnTerms.Reason> reasons) {
        if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
            checks.wrong("/lines", "must have 1 to " + MOST_LINES + " lines");
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String at = "/lines/" + i;
            if (line == null) {
                checks.wrong(at, "must be an object");
                continue;
            }
            LineId lineId = checks.value(at + "/lineId", line.lineId, LineId::new);
            int quantity = checks.whole(at + "/quantity", line.quantity, 1, MOST_UNITS);
            String reason = checks.text(at + "/reason", line.reason, 500);
            if (lineId != null) {
                units.add(new LineQuantity(lineId, quantity));
                reasons.add(new ReturnTerms.Reason(lineId, reason));
            }
        }
    }

    private List<OrderLine> outbound(
            Checks checks, ReturnKind wanted, Currency currency, Location defaultLocation) {
        var result = new ArrayList<OrderLine>();
        if (outbound == null || outbound.isEmpty()) {
            if (wanted == ReturnKind.EXCHANGE) {
                checks.wrong("/outbound", "is required for an exchange");
            }
            return result;
        }
        if (wanted == ReturnKind.RETURN || outbound.size() > MOST_LINES) {
            checks.wrong(
                    "/outbound",
                    "is for exchanges and claims, with at most " + MOST_LINES + " lines");
            return result;
        }
        for (int i = 0; i < outbound.size(); i++) {
            Outbound line = outbound.get(i);
            if (line == null) {
                checks.wrong("/outbound/" + i, "must be an object");
            } else {
                add(line, i, checks, currency, defaultLocation, result);
            }
        }
        return result;
    }

    private static void add(
            Outbound line,
            int index,
            Checks checks,
            Currency currency,
            Location defaultLocation,
            List<OrderLine> result) {
        String at = "/outbound/" + index;
        Sku sku = checks.value(at + "/sku", line.sku, Sku::new);
        Location location = checks.optional(at + "/location", line.location, Location::new);
        int quantity = checks.whole(at + "/quantity", line.quantity, 1, MOST_UNITS);
        Money price = checks.amount(at + "/unitPrice", line.unitPrice, currency);
        Money discount = checks.amountOrZero(at + "/discount", line.discount, currency);
        var rate = checks.rate(at + "/taxRate", line.taxRate);
        String name = checks.optionalText(at + "/name", line.name, 200);
        if (sku == null) {
            return;
        }
        var ordered =
                new OrderLine(
                        new LineId(Integer.toString(index + 1)),
                        sku,
                        name,
                        quantity,
                        price,
                        discount,
                        rate,
                        location == null ? defaultLocation : location);
        if (discount.compareTo(ordered.items()) > 0) {
            checks.wrong(at + "/discount", "is larger than the line");
        }
        result.add(ordered);
    }
}
