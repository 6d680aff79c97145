package io.daybook.api.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Runs the application. Apart from {@link Start}, so that no other command loads a class of
 * Spring's.
 */
final class Launch implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final int DEFAULT_PORT = 8080;

    /** All of these explain a failed start at length; here it is said in one line. */
    private static final Map<String, Object> QUIET_FAILURE =
            Map.of(
                    "logging.level.org.springframework.boot.SpringApplication", "off",
                    "logging.level.org.springframework.boot.diagnostics", "off",
                    "logging.level.org.springframework.boot.autoconfigure.logging", "off",
                    "logging.level.org.springframework.boot.web", "error",
                    "logging.level.org.springframework.context", "error");

    static int untilStopped(Class<?> application, Map<String, String> settings) {
        var spring = new SpringApplication(application);
        spring.addListeners(new Launch());
        var defaults = new HashMap<String, Object>();
        defaults.put("daybook.database.early", true);
        if (System.getenv("DAYBOOK_DEBUG") == null) {
            defaults.putAll(QUIET_FAILURE);
        }
        spring.setDefaultProperties(defaults);
        try {
            spring.run(
                    settings.entrySet().stream()
                            .map(each -> "--%s=%s".formatted(each.getKey(), each.getValue()))
                            .toArray(String[]::new));
        } catch (RuntimeException failure) {
            throw new Failure("Cannot start: " + reason(failure));
        }
        // The JVM would report a stop by signal as 128 + n, although all was closed in order.
        SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(0));
        return waitForSignal();
    }

    /** The web server would find out last, after the database was started and migrated. */
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        refuseTakenPort(event.getEnvironment());
    }

    private static void refuseTakenPort(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, DEFAULT_PORT);
        var host = environment.getProperty("server.address", "127.0.0.1");
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException unknown) {
            throw new Failure("%s is not an address of this machine".formatted(host));
        } catch (IOException | IllegalArgumentException failure) {
            throw new Failure(
                    "port %d of %s is not free (%s); --port takes another one"
                            .formatted(port, host, failure.getMessage()));
        }
    }

    private static int waitForSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** The innermost message says what happened, the outer ones only where it was noticed. */
    private static String reason(Throwable failure) {
        @Nullable String reason = null;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                reason = cause.getMessage();
            }
        }
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
