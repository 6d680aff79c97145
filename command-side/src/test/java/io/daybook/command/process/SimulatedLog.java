package io.daybook.command.process;

import io.daybook.domain.message.MetadataKeys;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** The events of every entity, in memory. */
final class SimulatedLog {

    private final Map<String, List<DomainEventMessage<?>>> entities = new LinkedHashMap<>();
    private final Clock clock;
    private int appended;

    SimulatedLog(Clock clock) {
        this.clock = clock;
    }

    DomainEventMessage<?> append(String entity, Object event) {
        var before = entities.computeIfAbsent(entity, _ -> new ArrayList<>());
        var message =
                new GenericDomainEventMessage<>(
                        "entity",
                        entity,
                        before.size(),
                        event,
                        Map.of(MetadataKeys.TENANT, SimulatedShop.TENANT.value()),
                        "event-" + ++appended,
                        clock.instant());
        before.add(message);
        return message;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Oldest first. */
    DomainEventStream read(String entity) {
        return DomainEventStream.of(List.copyOf(entities.getOrDefault(entity, List.of())));
    }
}
