package io.daybook.command.aggregate;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;

/** How every aggregate is registered with Axon, and what is kept of it in memory. */
public final class AggregateSetup {

    private final Cache cache;

    AggregateSetup(Cache cache) {
        this.cache = cache;
    }

    /** Whether entities are kept in memory between commands. */
    public boolean remembers() {
        return cache != NoCache.INSTANCE;
    }

    /** Whether this one is in memory now. */
    public boolean remembers(String aggregate) {
        return cache.containsKey(aggregate);
    }

    /** The next command reads the entity from the log. */
    public void forget(String aggregate) {
        cache.remove(aggregate);
    }

    public ConfigurerModule of(Class<?> type) {
        return configurer -> configurer.configureAggregate(configured(type));
    }

    private <A> AggregateConfigurer<A> configured(Class<A> type) {
        var aggregate =
                AggregateConfigurer.defaultConfiguration(type)
                        .configureCommandTargetResolver(_ -> CommandTarget::resolve)
                        // Two seconds in all: a caller had better hear "busy" than hold a thread
                        // for a minute.
                        .configureLockFactory(_ ->
                                PessimisticLockFactory.builder()
                                        .acquireAttempts(40)
                                        .lockAttemptTimeout(50)
                                        .build());
        return cache == NoCache.INSTANCE ? aggregate : aggregate.configureCache(_ -> cache);
    }
}
