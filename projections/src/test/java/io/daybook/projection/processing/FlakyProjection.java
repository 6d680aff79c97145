package io.daybook.projection.processing;

import io.daybook.domain.inventory.StockEvent;
import io.daybook.projection.Projector;
import io.daybook.projection.RecordedEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A projection that writes each event down and then fails for those that it is told to. */
@Configuration(proxyBeanMethods = false)
class FlakyProjection {

    static final String NAME = "flaky";

    @Bean
    Flaky flaky(DataSource dataSource) {
        return new Flaky(new JdbcTemplate(dataSource));
    }

    static final class Flaky implements Projector {

        final Set<String> poisoned = ConcurrentHashMap.newKeySet();
        final AtomicInteger outages = new AtomicInteger();
        private final JdbcTemplate jdbc;

        Flaky(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
            jdbc.execute(
                    "CREATE TABLE IF NOT EXISTS public.flaky (number serial, item text, version bigint)");
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Set<String> entityTypes() {
            return Set.of("stock-item");
        }

        @Override
        public boolean handles(Class<?> payloadType) {
            return StockEvent.class.isAssignableFrom(payloadType);
        }

        @Override
        public String sequenceKey(Object payload) {
            return ((StockEvent) payload).stockItemId().toString();
        }

        @Override
        public void apply(List<RecordedEvent> batch) {
            for (var event : batch) {
                jdbc.update(
                        "INSERT INTO public.flaky (item, version) VALUES (?, ?)",
                        event.aggregateId(),
                        event.version());
            }
            if (batch.stream().anyMatch(event -> poisoned.contains(event.aggregateId()))) {
                throw new IllegalStateException("poisoned");
            }
            if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new DataAccessResourceFailureException(
                        "gone", new SQLException("gone", "08006"));
            }
        }

        @Override
        public void clear() {
            jdbc.execute("TRUNCATE TABLE public.flaky");
        }
    }
}
