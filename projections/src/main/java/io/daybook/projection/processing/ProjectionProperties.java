package io.daybook.projection.processing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the projections run.
 *
 * @param batchSize events that are applied in one transaction at most
 * @param segments parts of a projection that nodes can share; counts when a projection starts for
 *     the first time
 * @param retryInterval pause between two attempts at the dead letters
 */
@ConfigurationProperties("daybook.projections")
record ProjectionProperties(
        @DefaultValue("1000") int batchSize,
        @DefaultValue("1") int segments,
        @DefaultValue("30s") Duration retryInterval) {}
