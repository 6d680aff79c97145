package io.daybook.command.tracing;

import io.opentelemetry.api.OpenTelemetry;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets the spans of commands and events join the trace of the request. Axon's own default asks for
 * a global telemetry that Spring Boot never sets, and would record nothing.
 */
@AutoConfiguration(
        beforeName = "org.axonframework.springboot.autoconfig.OpenTelemetryAutoConfiguration")
public class TracingAutoConfiguration {

    @Bean
    SpanFactory spanFactory(ObjectProvider<OpenTelemetry> telemetry) {
        OpenTelemetry known = telemetry.getIfAvailable();
        return known == null
                ? NoOpSpanFactory.INSTANCE
                : OpenTelemetrySpanFactory.builder()
                        .tracer(known.getTracer("io.daybook"))
                        .contextPropagators(known.getPropagators().getTextMapPropagator())
                        .build();
    }
}
