package io.daybook.load.crash;

import static java.util.stream.Collectors.groupingBy;

import io.daybook.load.crash.Evidence.Event;
import io.daybook.load.crash.Ledger.Answer;
import io.daybook.load.crash.Ledger.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger against the log. */
final class LogChecks {

    private LogChecks() {}

    static List<String> unanswered(Evidence evidence) {
        return evidence.ledger().values().stream()
                .filter(entry -> entry.answers().isEmpty())
                .map(entry -> entry.command().key() + " was never answered")
                .toList();
    }

    /** What was accepted is in the log once, what was refused is not, and nothing else is. */
    static List<String> lostOrDoubled(Evidence evidence) {
        Map<String, List<Event>> byKey =
                evidence.log().stream()
                        .filter(Event::isCallers)
                        .collect(groupingBy(Event::commandKey));
        var found = new ArrayList<String>();
        evidence.ledger()
                .forEach((key, entry) -> {
                    if (!entry.answers().isEmpty()) {
                        compare(entry, byKey.getOrDefault(key, List.of()), found);
                    }
                });
        byKey.keySet().stream()
                .filter(key -> !evidence.ledger().containsKey(key))
                .forEach(key -> found.add(key + " is in the log, but was never sent"));
        return found;
    }

    private static void compare(Entry entry, List<Event> events, List<String> found) {
        Command command = entry.command();
        if (!entry.accepted()) {
            if (!events.isEmpty()) {
                found.add(command.key() + " was refused, but left " + events);
            }
            return;
        }
        List<Event> effects =
                events.stream().filter(e -> e.type().equals(command.kind().event())).toList();
        if (effects.size() != 1) {
            found.add(
                    "%s was accepted, but its %s is in the log %d times"
                            .formatted(command.key(), command.kind().event(), effects.size()));
            return;
        }
        Event effect = effects.getFirst();
        if (command.quantity() != 0 && effect.quantity() != command.quantity()) {
            found.add(
                    "%s was about %d units, its event is about %d"
                            .formatted(command.key(), command.quantity(), effect.quantity()));
        }
        JsonNode answer = JsonMapper.shared().readTree(entry.answers().getFirst().body());
        // A signal such as "sold out" follows in the same commit.
        long last =
                events.stream()
                        .filter(event -> event.entityId().equals(effect.entityId()))
                        .mapToLong(Event::version)
                        .max()
                        .orElseThrow();
        if (answer.path("version").asLong() != last) {
            found.add(
                    "%s was answered with version %s, its events made version %d"
                            .formatted(command.key(), answer.path("version"), last));
        }
    }

    static List<String> differingAnswers(Evidence evidence) {
        var found = new ArrayList<String>();
        for (Entry entry : evidence.ledger().values()) {
            List<Answer> different = entry.answers().stream().distinct().toList();
            if (different.size() > 1) {
                found.add(entry.command().key() + " was answered differently: " + different);
            }
        }
        return found;
    }

    /** Versions of an entity count from one without a gap, and positions only grow. */
    static List<String> gaps(Evidence evidence) {
        var found = new ArrayList<String>();
        var versions = new HashMap<String, Long>();
        long position = 0;
        for (Event event : evidence.log()) {
            long expected = versions.merge(event.entityId(), 1L, Long::sum);
            if (event.version() != expected) {
                found.add(
                        "%s has version %d where %d is due"
                                .formatted(event.entityId(), event.version(), expected));
            }
            if (event.position() <= position) {
                found.add("position %d comes after %d".formatted(event.position(), position));
            }
            position = event.position();
        }
        return found;
    }
}
