package io.daybook.api;

import io.daybook.api.security.DevelopmentMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Defaults that follow from other settings. Everything here gives way to what is set explicitly.
 */
final class DependentDefaults implements EnvironmentPostProcessor {

    private static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";

    /** Spans that nobody receives would still be made, several for every request. */
    private static final List<String> TRACING =
            List.of(
                    "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
                    "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration",
                    "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
                    "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        if (!StringUtils.hasText(environment.getProperty(TRACES))) {
            defaults.put("spring.autoconfigure.exclude", String.join(",", TRACING));
            defaults.put("daybook.http.express", true);
            defaults.put("spring.reactor.context-propagation", "limited");
        } else {
            defaults.put("spring.reactor.context-propagation", "auto");
        }
        if (DevelopmentMode.isOn(environment)) {
            // The demo client is known to everybody.
            defaults.put("server.address", "127.0.0.1");
            defaults.put("daybook.payments.webhook-secret", "sandbox-secret");
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("daybook-dependent-defaults", defaults));
    }
}
