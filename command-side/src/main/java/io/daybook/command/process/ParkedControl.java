package io.daybook.command.process;

import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.process.DeadLetterControl;
import io.daybook.domain.process.ProcessControl;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;

/**
 * Tries parked reactions again because somebody asked. The queue lets one at a time have a letter,
 * and commands of a reaction that already took effect change nothing, so asking twice is harmless.
 */
final class ParkedControl implements ProcessControl, DeadLetterControl, AutoCloseable {

    private final ReactionProcessors processors;
    private final Map<Wanted, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("retry-on-request-", 1).factory());

    /**
     * What is asked for.
     *
     * @param letter which sequences of a group to try
     */
    private record Wanted(List<String> groups, Choice letter) {}

    /** A choice of sequences; equal ones choose the same. */
    private sealed interface Choice {

        boolean includes(DeadLetter<? extends EventMessage<?>> letter);

        record OfOrder(TenantId tenant, OrderId orderId) implements Choice {
            @Override
            public boolean includes(DeadLetter<? extends EventMessage<?>> letter) {
                EventMessage<?> event = letter.message();
                return tenant.value().equals(event.getMetaData().get(MetadataKeys.TENANT))
                        && orderId.value().equals(OrderSequence.of(event));
            }
        }

        record OfSequence(String sequence) implements Choice {
            @Override
            public boolean includes(DeadLetter<? extends EventMessage<?>> letter) {
                // As it was stored: an event that nobody could read then may tell its order by now.
                return letter instanceof JdbcDeadLetter<?> stored
                        && sequence.equals(stored.getSequenceIdentifier());
            }
        }
    }

    ParkedControl(ReactionProcessors processors) {
        this.processors = processors;
    }

    @Override
    public CompletableFuture<Void> retry(TenantId tenant, OrderId orderId) {
        return retry(
                new Wanted(ProcessAutoConfiguration.GROUPS, new Choice.OfOrder(tenant, orderId)));
    }

    @Override
    public boolean keeps(String group) {
        return ProcessAutoConfiguration.GROUPS.contains(group);
    }

    @Override
    public CompletableFuture<Void> retry(String group, String sequence) {
        return retry(new Wanted(List.of(group), new Choice.OfSequence(sequence)));
    }

    /** Who asks while it is being done waits for the same. */
    private CompletableFuture<Void> retry(Wanted wanted) {
        // A copy, because one who gives up waiting must not end it for the others.
        return underWay.computeIfAbsent(
                        wanted, _ -> CompletableFuture.runAsync(() -> retryOnce(wanted), executor))
                .copy();
    }

    private void retryOnce(Wanted wanted) {
        try {
            wanted.groups().forEach(group -> retry(group, wanted.letter()));
        } finally {
            underWay.remove(wanted);
        }
    }

    private void retry(String group, Choice letter) {
        try {
            processors.invoker(group).ifPresent(reactions -> reactions.retry(letter::includes));
        } catch (RuntimeException e) {
            if (!BusyLetters.isCauseOf(e)) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
