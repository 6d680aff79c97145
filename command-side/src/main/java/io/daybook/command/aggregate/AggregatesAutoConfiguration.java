package io.daybook.command.aggregate;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.command.inventory.StockItemAggregate;
import io.daybook.command.order.OrderAggregate;
import io.daybook.command.payment.PaymentAggregate;
import java.time.Duration;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;

/** Registers the aggregates with a cache and with locks that give up in time. */
@AutoConfiguration
@ConditionalOnExpression("'${daybook.roles:api,command,projection}'.contains('command')")
public class AggregatesAutoConfiguration {

    private static final List<Class<?>> AGGREGATES =
            List.of(OrderAggregate.class, StockItemAggregate.class, PaymentAggregate.class);

    /**
     * Aggregates in memory. A refusal is judged from here without asking the database, so switch it off
     * ({@code daybook.commands.cache.entries=0}) where several nodes run commands for the same entities.
     */
    @Bean
    AggregateCache aggregateCache(@Value("${daybook.commands.cache.entries:10000}") long entries) {
        return new AggregateCache(Caffeine.newBuilder()
                .maximumSize(entries)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build());
    }

    @Bean
    ConfigurerModule aggregates(
            AggregateCache aggregateCache, @Value("${daybook.commands.cache.entries:10000}") long entries) {
        Cache cache = entries == 0 ? NoCache.INSTANCE : aggregateCache;
        return configurer -> AGGREGATES.forEach(type -> configurer.configureAggregate(configured(type, cache)));
    }

    private static <A> AggregateConfigurer<A> configured(Class<A> type, Cache cache) {
        var aggregate = AggregateConfigurer.defaultConfiguration(type)
                // Two seconds in all: a caller had better hear "busy" than hold a thread for a minute.
                .configureLockFactory(_ -> PessimisticLockFactory.builder()
                        .acquireAttempts(40)
                        .lockAttemptTimeout(50)
                        .build());
        return cache == NoCache.INSTANCE ? aggregate : aggregate.configureCache(_ -> cache);
    }
}
