package io.daybook.command.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A sequence of steps that means the same whenever it is told, and still something when steps are
 * left out.
 *
 * @param allocates whether orders may be taken from several locations
 */
record Story(List<Step> steps, boolean allocates) {

    /** One move and the numbers that choose its details. */
    record Step(Move move, int a, int b, int c) {}

    /**
     * What became of a story.
     *
     * @param brokenLaw empty when all laws held
     * @param events how often each happened
     * @param told every step with its commands
     */
    record Ending(
            String brokenLaw, int commands, Map<Class<?>, Integer> events, List<String> told) {
        boolean isBad() {
            return !brokenLaw.isEmpty();
        }
    }

    private static final int TOTAL = Arrays.stream(Move.values()).mapToInt(Move::weight).sum();

    Story {
        steps = List.copyOf(steps);
    }

    static Story random(long seed, int length) {
        var random = new SplittableRandom(seed);
        var steps = new ArrayList<Step>();
        for (int shelf = 0; shelf < 3; shelf++) {
            steps.add(new Step(Move.RECEIVE_STOCK, shelf, random.nextInt(60), 0));
        }
        for (int i = 0; i < length; i++) {
            steps.add(
                    new Step(
                            move(random.nextInt(TOTAL)),
                            random.nextInt(60),
                            random.nextInt(60),
                            random.nextInt(60)));
        }
        return new Story(steps, seed % 2 == 0);
    }

    private static Move move(int point) {
        int rest = point;
        for (Move move : Move.values()) {
            rest -= move.weight();
            if (rest < 0) {
                return move;
            }
        }
        throw new IllegalArgumentException("beyond the sum of the weights: " + point);
    }

    Ending tell() {
        var simulation = new Simulation(allocates);
        var ledger = simulation.ledger();
        try {
            for (Step step : steps) {
                ledger.tell(step.toString());
                step.move().on(simulation, step.a(), step.b(), step.c());
                if (!ledger.brokenLaw().isEmpty()) {
                    return ending(ledger);
                }
            }
            ledger.tell("everything comes to its end");
            simulation.restock();
            EndLaws.check(simulation, simulation.settle());
        } catch (RuntimeException e) {
            ledger.broken("a decider or a book failed: " + e);
        }
        return ending(ledger);
    }

    private static Ending ending(Ledger ledger) {
        return new Ending(ledger.brokenLaw(), ledger.commands(), ledger.events(), ledger.story());
    }

    /** Leaves out steps for as long as the story still ends badly. */
    Story shrunk() {
        Story shortest = this;
        for (int size = steps.size() / 2; size > 0; ) {
            Story shorter = shortest.without(size);
            if (shorter.steps.size() == shortest.steps.size()) {
                size /= 2;
            }
            shortest = shorter;
        }
        return shortest.simplified();
    }

    private Story without(int size) {
        Story shortest = this;
        for (int from = 0; from < shortest.steps.size(); ) {
            var fewer = new ArrayList<>(shortest.steps);
            fewer.subList(from, Math.min(from + size, fewer.size())).clear();
            var candidate = new Story(fewer, allocates);
            if (candidate.tell().isBad()) {
                shortest = candidate;
            } else {
                from += size;
            }
        }
        return shortest;
    }

    /** Takes 0 for every number that may as well be 0. */
    private Story simplified() {
        Story simplest = this;
        for (int i = 0; i < steps.size(); i++) {
            Step step = simplest.steps.get(i);
            for (Step simpler :
                    List.of(
                            new Step(step.move(), 0, step.b(), step.c()),
                            new Step(step.move(), step.a(), 0, step.c()),
                            new Step(step.move(), step.a(), step.b(), 0))) {
                var changed = new ArrayList<>(simplest.steps);
                changed.set(i, simpler);
                var candidate = new Story(changed, allocates);
                if (candidate.tell().isBad()) {
                    simplest = candidate;
                }
            }
        }
        return simplest;
    }
}
