package io.daybook.api;

import io.daybook.api.security.DevelopmentMode;
import java.util.HashMap;
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

    /** A tracer that does nothing would still be asked twice for every request. */
    private static final String NO_TRACER =
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        if (!StringUtils.hasText(environment.getProperty(TRACES))) {
            // Spans that nobody receives would cost every request about a fifth of its time.
            defaults.put("management.opentelemetry.enabled", false);
            defaults.put("spring.autoconfigure.exclude", NO_TRACER);
            defaults.put("daybook.http.express", true);
            defaults.put("spring.reactor.context-propagation", "limited");
        } else {
            defaults.put("spring.reactor.context-propagation", "auto");
        }
        if (DevelopmentMode.isOn(environment)) {
            // The demo client is known to everybody.
            defaults.put("server.address", "127.0.0.1");
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("daybook-dependent-defaults", defaults));
    }
}
