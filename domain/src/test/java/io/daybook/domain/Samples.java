package io.daybook.domain;

import io.daybook.domain.shared.Money;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a record with every component filled and no two alike, so that its text shows each of them.
 * The same class always gives the same record.
 */
public final class Samples {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678901Z");

    private int made;

    private Samples() {}

    public static Object of(Class<?> type) {
        return new Samples().sample(type, type.getSimpleName());
    }

    private Object sample(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, name);
        }
        return switch ((Class<?>) type) {
            case Class<?> c when c == String.class -> name + "-" + next();
            case Class<?> c when c == int.class || c == Integer.class -> next();
            case Class<?> c when c == long.class || c == Long.class -> (long) next();
            case Class<?> c when c == boolean.class || c == Boolean.class -> true;
            case Class<?> c when c == BigDecimal.class -> new BigDecimal(next() + ".10");
            case Class<?> c when c == Money.class ->
                    new Money(new BigDecimal(next() + ".10"), Currency.getInstance("EUR"));
            case Class<?> c when c == Currency.class -> Currency.getInstance("EUR");
            case Class<?> c when c == Instant.class -> START.plusSeconds(next());
            case Class<?> c when c == Duration.class -> Duration.ofDays(next());
            case Class<?> c when c == LocalDate.class -> LocalDate.EPOCH.plusDays(next());
            case Class<?> c when c.isEnum() -> c.getEnumConstants()[0];
            case Class<?> c when c.isSealed() -> sample(c.getPermittedSubclasses()[0], name);
            case Class<?> c when c.isRecord() -> record(c);
            case Class<?> c ->
                    throw new IllegalArgumentException(
                            "Samples does not know how to make a " + c.getName());
        };
    }

    /** One element each: sets and maps keep no order that a file could show. */
    private Object container(ParameterizedType type, String name) {
        Type[] of = type.getActualTypeArguments();
        return switch ((Class<?>) type.getRawType()) {
            case Class<?> c when c == List.class ->
                    List.of(sample(of[0], name), sample(of[0], name));
            case Class<?> c when c == Set.class -> Set.of(sample(of[0], name));
            case Class<?> c when c == Map.class -> Map.of(sample(of[0], name), sample(of[1], name));
            default -> throw new IllegalArgumentException("no record holds a " + type);
        };
    }

    private Object record(Class<?> type) {
        Optional<Method> ofUuid =
                Arrays.stream(type.getDeclaredMethods())
                        .filter(m -> m.getName().equals("of"))
                        .filter(m ->
                                Arrays.equals(m.getParameterTypes(), new Class<?>[] {UUID.class}))
                        .findFirst();
        try {
            if (ofUuid.isPresent()) {
                return ofUuid.get()
                        .invoke(null, new UUID(0x0199d0a46f3c7000L, 0x8000000000000000L + next()));
            }
            RecordComponent[] components = type.getRecordComponents();
            var constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(components)
                            .map(c -> sample(c.getGenericType(), name(c)))
                            .toArray());
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(
                    "No sample of %s: it says \"%s\". Write its golden file by hand, or teach Samples."
                            .formatted(type.getSimpleName(), refused.getCause()),
                    refused);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value type has one component, whose name says less than the type's. */
    private static String name(RecordComponent component) {
        Class<?> type = component.getDeclaringRecord();
        return type.getRecordComponents().length == 1
                ? type.getSimpleName().toLowerCase(Locale.ROOT)
                : component.getName();
    }

    private int next() {
        return ++made;
    }
}
