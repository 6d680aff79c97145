package io.daybook.command.payment;

import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.payment.RecordProviderEvent;
import io.daybook.domain.shared.TenantId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;

/** Hands callbacks on as commands, as if they had come over the network. */
final class CommandedProviderEvents implements ProviderEventSink {

    private static final long PATIENCE_SECONDS = 30;

    private final Supplier<CommandBus> commands;

    CommandedProviderEvents(Supplier<CommandBus> commands) {
        this.commands = commands;
    }

    @Override
    public void deliver(TenantId tenant, RecordProviderEvent event) {
        var answered = new CompletableFuture<Void>();
        commands.get()
                .dispatch(
                        new GenericCommandMessage<>(
                                event,
                                Map.of(
                                        MetadataKeys.TENANT,
                                        tenant.value(),
                                        MetadataKeys.ACTOR,
                                        "provider:sandbox")),
                        (_, _) -> answered.complete(null));
        answered.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
