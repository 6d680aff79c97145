package io.daybook.query.dryrun;

import io.daybook.domain.dryrun.MoneyDelta;
import io.daybook.domain.dryrun.UnitDelta;
import io.daybook.domain.shared.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every amount and every number of units in a view, by its path. Told apart by their types: in
 * views, decimals are amounts and whole numbers are units, but for the version and for rates.
 */
final class Figures {

    private record Amount(BigDecimal value, @Nullable String currency) {}

    private final Map<String, Amount> amounts = new LinkedHashMap<>();
    private final Map<String, Long> units = new LinkedHashMap<>();

    private Figures() {}

    static Figures of(@Nullable Object view) {
        var figures = new Figures();
        figures.add("", view, null);
        return figures;
    }

    List<MoneyDelta> moneySince(Figures before) {
        var deltas = new ArrayList<MoneyDelta>();
        for (String path : all(before.amounts, amounts)) {
            Amount then = before.amounts.get(path);
            Amount now = amounts.get(path);
            BigDecimal from = then == null ? zero(now) : then.value();
            BigDecimal to = now == null ? zero(then) : now.value();
            if (from.compareTo(to) != 0) {
                deltas.add(
                        new MoneyDelta(
                                path,
                                now == null ? currency(then) : now.currency(),
                                from,
                                to,
                                to.subtract(from)));
            }
        }
        return deltas;
    }

    List<UnitDelta> unitsSince(Figures before) {
        var deltas = new ArrayList<UnitDelta>();
        for (String path : all(before.units, units)) {
            long from = before.units.getOrDefault(path, 0L);
            long to = units.getOrDefault(path, 0L);
            if (from != to) {
                deltas.add(new UnitDelta(path, from, to, to - from));
            }
        }
        return deltas;
    }

    private static Set<String> all(Map<String, ?> before, Map<String, ?> after) {
        var paths = new LinkedHashSet<String>(after.keySet());
        paths.addAll(before.keySet());
        return paths;
    }

    private static BigDecimal zero(@Nullable Amount like) {
        return like == null ? BigDecimal.ZERO : BigDecimal.ZERO.setScale(like.value().scale());
    }

    private static @Nullable String currency(@Nullable Amount amount) {
        return amount == null ? null : amount.currency();
    }

    private void add(String path, @Nullable Object value, @Nullable String currency) {
        switch (value) {
            case null -> {}
            case Money money ->
                    amounts.put(
                            path, new Amount(money.amount(), money.currency().getCurrencyCode()));
            case BigDecimal amount -> amounts.put(path, new Amount(amount, currency));
            case Integer number -> units.put(path, number.longValue());
            case Long number -> units.put(path, number);
            case Map<?, ?> map -> map.forEach((key, each) -> add(path + '/' + key, each, currency));
            case List<?> list -> addEntries(path, list, currency);
            case Record view -> addComponents(path, view, currency);
            default -> {}
        }
    }

    /** An entry keeps its name when others go: what it is called in its first component. */
    private void addEntries(String path, List<?> list, @Nullable String currency) {
        for (int i = 0; i < list.size(); i++) {
            Object entry = list.get(i);
            Object name =
                    entry instanceof Record view && view.getClass().getRecordComponents().length > 0
                            ? value(view, view.getClass().getRecordComponents()[0])
                            : null;
            add(path + '/' + (name == null ? Integer.toString(i) : name), entry, currency);
        }
    }

    private void addComponents(String path, Record view, @Nullable String currency) {
        String governing = currency;
        for (RecordComponent component : view.getClass().getRecordComponents()) {
            if (component.getName().equals("currency")) {
                governing = String.valueOf(value(view, component));
            }
        }
        for (RecordComponent component : view.getClass().getRecordComponents()) {
            String name = component.getName();
            if (!name.equals("version") && !name.toLowerCase(Locale.ROOT).endsWith("rate")) {
                add(path + '/' + name, value(view, component), governing);
            }
        }
    }

    private static @Nullable Object value(Record view, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(view);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of a view cannot be read", e);
        }
    }
}
