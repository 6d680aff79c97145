package io.daybook.domain.shared;

import java.util.List;

/**
 * What a decider answers: facts, or a typed refusal.
 *
 * @param <E> the sealed root of the events
 * @param <R> the sealed root of the refusals
 */
public sealed interface Decision<E, R> {

    /** The command is accepted; an empty list means that it had already taken effect. */
    record Accepted<E, R>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command breaks a rule. */
    record Refused<E, R>(R rejection) implements Decision<E, R> {}

    static <E, R> Decision<E, R> accepted(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E, R> Decision<E, R> accepted(E first, E second) {
        return new Accepted<>(List.of(first, second));
    }

    static <E, R> Decision<E, R> acceptedAll(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    /** Accepted without a new fact: the command is a repetition. */
    static <E, R> Decision<E, R> nothingToDo() {
        return new Accepted<>(List.of());
    }

    static <E, R> Decision<E, R> refused(R rejection) {
        return new Refused<>(rejection);
    }
}
