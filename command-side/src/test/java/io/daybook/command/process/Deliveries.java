package io.daybook.command.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;

/**
 * What the reactions of one group have handled and what is before them: in turn for each order, in
 * any order between orders, every event at least once.
 */
final class Deliveries {

    private final List<AnnotationEventHandlerAdapter> reactions;
    private final Map<String, Sequence> sequences = new LinkedHashMap<>();

    private static final class Sequence {
        private final List<EventMessage<?>> events = new ArrayList<>();
        private int handled;

        boolean waits() {
            return handled < events.size();
        }
    }

    Deliveries(Object... reactions) {
        this.reactions = Stream.of(reactions).map(AnnotationEventHandlerAdapter::new).toList();
    }

    void add(EventMessage<?> event) {
        if (reactions.stream().anyMatch(reaction -> reaction.canHandle(event))) {
            sequences
                    .computeIfAbsent(OrderSequence.of(event), _ -> new Sequence())
                    .events
                    .add(event);
        }
    }

    boolean isEmpty() {
        return sequences.values().stream().noneMatch(Sequence::waits);
    }

    /**
     * Delivers the next event of one of the orders that have one; it stays when a reaction fails.
     */
    void deliver(int choice) throws Exception {
        var waiting = chosenFrom(Sequence::waits);
        if (waiting.isEmpty()) {
            return;
        }
        deliver(waiting.get(choice % waiting.size()));
    }

    private void deliver(Sequence sequence) throws Exception {
        EventMessage<?> event = sequence.events.get(sequence.handled);
        for (var reaction : reactions) {
            if (reaction.canHandle(event)) {
                reaction.handle(event);
            }
        }
        sequence.handled++;
    }

    /** Forgets that the last events of one order were handled. */
    void rewind(int choice, int events) {
        var begun = chosenFrom(sequence -> sequence.handled > 0);
        if (!begun.isEmpty()) {
            Sequence sequence = begun.get(choice % begun.size());
            sequence.handled = Math.max(0, sequence.handled - events);
        }
    }

    /** Delivers all that can be delivered, and what follows from it. */
    List<Exception> drain() {
        var failures = new ArrayList<Exception>();
        for (Sequence sequence : List.copyOf(sequences.values())) {
            try {
                while (sequence.waits()) {
                    deliver(sequence);
                }
            } catch (Exception e) {
                failures.add(e);
            }
        }
        return failures;
    }

    private List<Sequence> chosenFrom(Predicate<Sequence> condition) {
        return sequences.values().stream().filter(condition).toList();
    }
}
