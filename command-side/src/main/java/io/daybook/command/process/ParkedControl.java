package io.daybook.command.process;

import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.process.ProcessControl;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.TenantId;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tries parked reactions again because somebody asked. The queue lets one at a time have a letter,
 * and commands of a reaction that already took effect change nothing, so asking twice is harmless.
 */
final class ParkedControl implements ProcessControl, AutoCloseable {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final ReactionProcessors processors;
    private final Map<Wanted, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("retry-on-request-", 1).factory());

    private record Wanted(TenantId tenant, OrderId orderId) {

        boolean isOf(EventMessage<?> event) {
            return tenant.value().equals(event.getMetaData().get(MetadataKeys.TENANT))
                    && orderId.value().equals(OrderSequence.of(event));
        }
    }

    ParkedControl(ReactionProcessors processors) {
        this.processors = processors;
    }

    /** Who asks while it is being done waits for the same. */
    @Override
    public CompletableFuture<Void> retry(TenantId tenant, OrderId orderId) {
        var wanted = new Wanted(tenant, orderId);
        // A copy, because one who gives up waiting must not end it for the others.
        return underWay.computeIfAbsent(
                        wanted, _ -> CompletableFuture.runAsync(() -> retryOnce(wanted), executor))
                .copy();
    }

    private void retryOnce(Wanted wanted) {
        try {
            retry(wanted);
        } finally {
            underWay.remove(wanted);
        }
    }

    private void retry(Wanted wanted) {
        for (String group : ProcessAutoConfiguration.GROUPS) {
            try {
                processors
                        .invoker(group)
                        .ifPresent(reactions ->
                                reactions.retry(letter -> wanted.isOf(letter.message())));
            } catch (RuntimeException e) {
                if (!isTriedBySomebodyElse(e)) {
                    throw e;
                }
            }
        }
    }

    /** By another node, or by the retry that comes by itself. */
    private static boolean isTriedBySomebodyElse(RuntimeException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
