package io.daybook.api.order;

import io.daybook.api.exchange.Checks;
import io.daybook.domain.order.LineEdit;
import io.daybook.domain.order.NewLine;
import io.daybook.domain.order.ProposeChange;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.Sku;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /orders/{orderId}/changes}. Amounts are decimal strings in the order's
 * currency.
 *
 * @param currency of the amounts; has to be that of the order
 * @param edit what is not named stays as it is
 */
record ProposeChangeRequest(
        @Nullable String currency,
        @Nullable List<PlaceOrderRequest.@Nullable Line> add,
        @Nullable List<@Nullable Edit> edit,
        @Nullable List<@Nullable String> remove,
        @Nullable String reason) {

    private static final int MOST_LINES = 500;
    private static final int MOST_UNITS = 1_000_000;

    /** New terms of a line; {@code quantity} counts shipped and cancelled units, too. */
    record Edit(
            @Nullable String lineId,
            @Nullable Long quantity,
            @Nullable String unitPrice,
            @Nullable String discount) {}

    ProposeChange command(OrderId orderId, ChangeId changeId, Location defaultLocation) {
        var checks = new Checks();
        Currency money = checks.currency("/currency", currency);
        var command =
                new ProposeChange(
                        orderId,
                        changeId,
                        added(checks, money, defaultLocation),
                        edited(checks, money),
                        removed(checks),
                        checks.optionalText("/reason", reason, 500));
        checks.done();
        return command;
    }

    private List<NewLine> added(Checks checks, Currency money, Location defaultLocation) {
        var result = new ArrayList<NewLine>();
        List<PlaceOrderRequest.@Nullable Line> lines = orNone("/add", add, checks);
        for (int i = 0; i < lines.size(); i++) {
            PlaceOrderRequest.Line line = lines.get(i);
            String at = "/add/" + i;
            if (line == null) {
                checks.wrong(at, "must be an object");
                continue;
            }
            Sku sku = checks.value(at + "/sku", line.sku(), Sku::new);
            Location location = checks.optional(at + "/location", line.location(), Location::new);
            int quantity = checks.whole(at + "/quantity", line.quantity(), 1, MOST_UNITS);
            Money price = checks.amount(at + "/unitPrice", line.unitPrice(), money);
            Money discount = checks.amountOrZero(at + "/discount", line.discount(), money);
            var rate = checks.rate(at + "/taxRate", line.taxRate());
            String name = checks.optionalText(at + "/name", line.name(), 200);
            if (sku != null) {
                result.add(
                        new NewLine(
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

    private List<LineEdit> edited(Checks checks, Currency money) {
        var result = new ArrayList<LineEdit>();
        List<@Nullable Edit> edits = orNone("/edit", edit, checks);
        for (int i = 0; i < edits.size(); i++) {
            Edit wanted = edits.get(i);
            String at = "/edit/" + i;
            if (wanted == null) {
                checks.wrong(at, "must be an object");
                continue;
            }
            LineId lineId = checks.value(at + "/lineId", wanted.lineId, LineId::new);
            Integer quantity =
                    checks.optionalWhole(at + "/quantity", wanted.quantity, 1, MOST_UNITS);
            Money price =
                    wanted.unitPrice == null
                            ? null
                            : checks.amount(at + "/unitPrice", wanted.unitPrice, money);
            Money discount =
                    wanted.discount == null
                            ? null
                            : checks.amount(at + "/discount", wanted.discount, money);
            if (lineId != null) {
                result.add(new LineEdit(lineId, quantity, price, discount));
            }
        }
        return result;
    }

    private List<LineId> removed(Checks checks) {
        var result = new ArrayList<LineId>();
        List<@Nullable String> ids = orNone("/remove", remove, checks);
        for (int i = 0; i < ids.size(); i++) {
            LineId lineId = checks.value("/remove/" + i, ids.get(i), LineId::new);
            if (lineId != null) {
                result.add(lineId);
            }
        }
        return result;
    }

    private static <T extends @Nullable Object> List<T> orNone(
            String pointer, @Nullable List<T> items, Checks checks) {
        if (items == null) {
            return List.of();
        }
        if (items.size() > MOST_LINES) {
            checks.wrong(pointer, "has at most " + MOST_LINES + " entries");
            return List.of();
        }
        return items;
    }
}
