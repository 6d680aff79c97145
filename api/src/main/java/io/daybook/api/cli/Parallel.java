package io.daybook.api.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does the same with many items at once, with a progress bar; an item that fails is left out from
 * then on.
 */
final class Parallel {

    private final int concurrency;
    private final Problems problems;
    private final PrintWriter log;
    private final Set<Imported> failed = ConcurrentHashMap.newKeySet();

    Parallel(int concurrency, Problems problems, PrintWriter log) {
        this.concurrency = concurrency;
        this.problems = problems;
        this.log = log;
    }

    <T extends Imported> void forEach(String label, List<T> items, Consumer<T> work) {
        var todo = items.stream().filter(item -> !failed.contains(item)).toList();
        try (var workers = Executors.newFixedThreadPool(concurrency, Thread.ofVirtual().factory());
                var progress = new Progress(log, Progress.onTerminal(), label, todo.size())) {
            var running =
                    todo.stream()
                            .<Future<?>>map(item -> workers.submit(() -> one(item, work, progress)))
                            .toList();
            waitFor(running, workers);
        }
    }

    private <T extends Imported> void one(T item, Consumer<T> work, Progress progress) {
        try {
            work.accept(item);
        } catch (Failure.NoAccess useless) {
            throw useless;
        } catch (Failure failure) {
            failed.add(item);
            problems.add(item.file(), item.line(), String.valueOf(failure.getMessage()));
            problems.drop(item.rows() - 1);
        }
        progress.advance();
    }

    private static void waitFor(List<Future<?>> running, ExecutorService workers) {
        try {
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException failure) {
            workers.shutdownNow();
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
            throw new Failure.NoAccess("Interrupted.");
        }
    }
}
