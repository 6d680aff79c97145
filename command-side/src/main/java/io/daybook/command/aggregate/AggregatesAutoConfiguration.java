package io.daybook.command.aggregate;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;

/** Wires what all aggregates are registered with: a cache, and locks that give up in time. */
@AutoConfiguration
@ConditionalOnExpression("'${daybook.roles:api,command,projection}'.contains('command')")
public class AggregatesAutoConfiguration {

    /**
     * Aggregates in memory. A refusal is judged from here without asking the database, so switch it
     * off ({@code daybook.commands.cache.entries=0}) where several nodes run commands for the same
     * entities.
     */
    @Bean
    AggregateSetup aggregateSetup(@Value("${daybook.commands.cache.entries:2000}") long entries) {
        Cache cache =
                entries == 0
                        ? NoCache.INSTANCE
                        : new AggregateCache(
                                Caffeine.newBuilder()
                                        .maximumSize(entries)
                                        .expireAfterAccess(Duration.ofMinutes(10))
                                        .build());
        return new AggregateSetup(cache);
    }
}
