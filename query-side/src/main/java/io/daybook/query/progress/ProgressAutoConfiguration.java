package io.daybook.query.progress;

import io.daybook.domain.projection.ProjectionProgress;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.r2dbc.core.DatabaseClient;

/** Wires the progress of projections that run on other nodes. */
@AutoConfiguration
// Last, so that the projections of this node, which know better, have had their say.
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
public class ProgressAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(ProjectionProgress.class)
    StoredProgress storedProgress(ConnectionFactory connections) {
        return new StoredProgress(DatabaseClient.create(connections));
    }
}
