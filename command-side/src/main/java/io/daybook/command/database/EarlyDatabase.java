package io.daybook.command.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the embedded database as soon as the settings are known, beside the application itself,
 * which needs its processor for other things: most of a database's start is waiting for another
 * process. Only where the launcher of the program asks for it; a test may bring a database of its
 * own that the settings do not tell of.
 */
final class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.getProperty("daybook.database.early", Boolean.class, false)
                && NoDatabaseConfigured.in(environment)) {
            context.getBeanFactory()
                    .registerSingleton(
                            "startingDatabase", new Starting(EmbeddedDatabase.folder(environment)));
        }
    }

    /** A database that is on its way, until somebody takes it over. */
    static final class Starting {

        private final CompletableFuture<EmbeddedDatabase> database = new CompletableFuture<>();
        private boolean taken;

        Starting(Path data) {
            Thread.ofPlatform().daemon().name("embedded-database").start(() -> start(data));
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopUnlessTaken));
        }

        /** Nobody may wait for ever, whatever it fails with. */
        private void start(Path data) {
            try {
                database.complete(EmbeddedDatabase.start(data));
            } catch (Throwable failure) {
                database.completeExceptionally(failure);
            }
        }

        /**
         * Waits for it; whoever calls this stops it from then on.
         *
         * @throws RuntimeException what its start threw
         */
        EmbeddedDatabase take() {
            synchronized (this) {
                taken = true;
            }
            try {
                return database.join();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
            }
        }

        /** The application failed before it needed its database. */
        private synchronized void stopUnlessTaken() {
            if (!taken) {
                database.thenAccept(EmbeddedDatabase::close).exceptionally(_ -> null).join();
            }
        }
    }
}
