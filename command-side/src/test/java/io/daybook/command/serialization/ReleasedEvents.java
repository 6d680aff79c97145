package io.daybook.command.serialization;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of the domain, found by their roots' names so that a root which nobody registered is
 * found, too.
 */
final class ReleasedEvents {

    private ReleasedEvents() {}

    static List<Class<?>> find() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.daybook.domain")
                        .stream()
                        .filter(type ->
                                type.isInterface() && type.getSimpleName().endsWith("Event"))
                        .<Class<?>>map(JavaClass::reflect)
                        .flatMap(ReleasedEvents::leaves)
                        .distinct()
                        .sorted(Comparator.comparing(Class::getSimpleName))
                        .toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ReleasedEvents::leaves)
                : Stream.of(type);
    }

    /** The enums that occur in events. */
    static List<Class<?>> enums() {
        var seen = new LinkedHashSet<Class<?>>();
        find().forEach(event -> collect(event, seen));
        return seen.stream().filter(Class::isEnum).toList();
    }

    private static void collect(Type type, Set<Class<?>> seen) {
        switch (type) {
            case ParameterizedType generic ->
                    Arrays.stream(generic.getActualTypeArguments())
                            .forEach(argument -> collect(argument, seen));
            case Class<?> one when seen.add(one) -> {
                if (one.isRecord()) {
                    Arrays.stream(one.getRecordComponents())
                            .forEach(component -> collect(component.getGenericType(), seen));
                } else if (one.isSealed()) {
                    Arrays.stream(one.getPermittedSubclasses())
                            .forEach(permitted -> collect(permitted, seen));
                }
            }
            default -> {
                // seen before
            }
        }
    }

    /** The record components that are null although they are not declared to be so. */
    static List<String> undeclaredNulls(@Nullable Object value) {
        return switch (value) {
            case Record part ->
                    Arrays.stream(part.getClass().getRecordComponents())
                            .flatMap(component -> undeclaredNulls(part, component).stream())
                            .toList();
            case Collection<?> parts ->
                    parts.stream().flatMap(part -> undeclaredNulls(part).stream()).toList();
            case null, default -> List.of();
        };
    }

    private static List<String> undeclaredNulls(Record owner, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            Object value = accessor.invoke(owner);
            return value == null
                            && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    ? List.of(owner.getClass().getSimpleName() + "." + component.getName())
                    : undeclaredNulls(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
