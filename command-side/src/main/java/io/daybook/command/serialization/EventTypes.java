package io.daybook.command.serialization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names under which events are stored: the simple class name of every record below the sealed
 * roots. A class may move to another package without touching what is stored.
 */
final class EventTypes {

    private final Map<String, Class<?>> classes = new HashMap<>();

    EventTypes(List<Class<?>> roots) {
        roots.forEach(this::register);
    }

    private void register(Class<?> type) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                register(permitted);
            }
            return;
        }
        var earlier = classes.put(type.getSimpleName(), type);
        if (earlier != null && earlier != type) {
            throw new IllegalArgumentException(
                    "Two events are called %s: %s and %s"
                            .formatted(type.getSimpleName(), earlier.getName(), type.getName()));
        }
    }

    Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    boolean contains(Class<?> type) {
        return classes.get(type.getSimpleName()) == type;
    }
}
