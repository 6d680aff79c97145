package io.daybook.api;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Defaults that follow from other settings. Everything here gives way to what is set explicitly.
 */
final class DependentDefaults implements EnvironmentPostProcessor {

    private static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        if (!environment.containsProperty(TRACES)) {
            // Spans that nobody receives, and carrying their context from thread to thread, would
            // cost every request
            // about a fifth of its time.
            defaults.put("management.opentelemetry.enabled", false);
            defaults.put("spring.reactor.context-propagation", "limited");
        } else {
            defaults.put("spring.reactor.context-propagation", "auto");
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("daybook-dependent-defaults", defaults));
    }
}
