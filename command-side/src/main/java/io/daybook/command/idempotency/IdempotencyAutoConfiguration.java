package io.daybook.command.idempotency;

import io.daybook.command.database.DatabaseAutoConfiguration;
import io.daybook.domain.message.AnswerStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wires the idempotency keys: their table, their interceptor, and the clean-up after the retention.
 */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
public class IdempotencyAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyAutoConfiguration.class);

    @Bean
    @DependsOn("eventStoreMigrations")
    IdempotencyTable idempotencyTable(DataSource dataSource) {
        return new IdempotencyTable(JdbcClient.create(dataSource));
    }

    @Bean
    IdempotencyKeys idempotencyKeys(IdempotencyTable table) {
        return new IdempotencyKeys(table, new ResultJson());
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService idempotencyExecutor(
            IdempotencyTable table,
            @Value("${daybook.idempotency.retention:7d}") Duration retention) {
        var executor =
                Executors.newScheduledThreadPool(
                        2, Thread.ofPlatform().daemon().name("idempotency-", 1).factory());
        var cleanUp =
                executor.scheduleWithFixedDelay(
                        () -> forget(table, retention), 1, 60, TimeUnit.MINUTES);
        assert !cleanUp.isDone();
        return executor;
    }

    @Bean
    AnswerStore answerStore(IdempotencyTable table, ScheduledExecutorService idempotencyExecutor) {
        return new StoredAnswers(table, new ResultJson(), idempotencyExecutor);
    }

    private static void forget(IdempotencyTable table, Duration retention) {
        try {
            table.deleteOlderThan(retention);
        } catch (RuntimeException e) {
            // The next run tries again; a scheduled task that throws would never run again.
            log.warn("Old idempotency keys could not be deleted", e);
        }
    }
}
