package io.daybook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Given these events, when this command, then those events or that refusal: the language of the
 * decision tests.
 *
 * @param <C> the sealed root of the commands
 * @param <S> the sealed root of the states
 * @param <E> the sealed root of the events
 * @param <R> the sealed root of the refusals
 */
public final class Scenario<C, S, E, R> {

    private final S initial;
    private final BiFunction<S, E, S> evolve;
    private final BiFunction<C, S, Decision<E, R>> decide;
    private final List<E> history = new ArrayList<>();

    public Scenario(
            S initial, BiFunction<S, E, S> evolve, BiFunction<C, S, Decision<E, R>> decide) {
        this.initial = initial;
        this.evolve = evolve;
        this.decide = decide;
    }

    /** Takes the events as they are. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Scenario<C, S, E, R> given(E... events) {
        history.addAll(List.of(events));
        return this;
    }

    /** Takes the events that the commands lead to; each must be accepted. */
    @SafeVarargs
    public final Scenario<C, S, E, R> givenCommands(C... commands) {
        for (C command : commands) {
            history.addAll(accepted(decide.apply(command, state())));
        }
        return this;
    }

    public Outcome<E, R> when(C command) {
        return new Outcome<>(decide.apply(command, state()));
    }

    /** The events so far, oldest first. */
    public List<E> history() {
        return List.copyOf(history);
    }

    public S state() {
        S state = initial;
        for (E event : history) {
            state = evolve.apply(state, event);
        }
        return state;
    }

    private static <E, R> List<E> accepted(Decision<E, R> decision) {
        return switch (decision) {
            case Decision.Accepted<E, R>(var events) -> events;
            case Decision.Refused<E, R>(var rejection) ->
                    throw new AssertionError("refused: " + rejection);
        };
    }

    /** What came of the command. */
    public record Outcome<E, R>(Decision<E, R> decision) {

        @SafeVarargs
        @SuppressWarnings("varargs") // only read
        public final void thenEvents(E... expected) {
            assertThat(accepted(decision)).containsExactly(expected);
        }

        public void thenNothingChanges() {
            assertThat(accepted(decision)).isEmpty();
        }

        public void thenRefused(R expected) {
            assertThat(decision).isEqualTo(new Decision.Refused<E, R>(expected));
        }

        public List<E> events() {
            return accepted(decision);
        }
    }
}
