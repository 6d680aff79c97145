package io.daybook.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.projection.ProjectionProgress;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

class ProgressAutoConfigurationTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withBean(
                            ConnectionFactory.class,
                            () ->
                                    ConnectionFactories.get(
                                            "r2dbc:postgresql://nobody@localhost/none"))
                    .withConfiguration(AutoConfigurations.of(ProgressAutoConfiguration.class));

    record InMemory() implements ProjectionProgress {

        @Override
        public long position(String projection) {
            return 1;
        }

        @Override
        public CompletableFuture<Long> await(String projection, long position, Duration patience) {
            return CompletableFuture.completedFuture(1L);
        }
    }

    /** Named so that it would come after ours if only names counted. */
    @AutoConfiguration
    static class ZProjectionsOfThisNode {

        @Bean
        InMemory inMemory() {
            return new InMemory();
        }
    }

    @Test
    void followsTheStoredTokensOnANodeWithoutProjections() {
        runner.run(context ->
                assertThat(context)
                        .getBean(ProjectionProgress.class)
                        .isInstanceOf(StoredProgress.class));
    }

    @Test
    void stepsAsideForTheProjectionsOfThisNode() {
        runner.withConfiguration(AutoConfigurations.of(ZProjectionsOfThisNode.class))
                .run(context ->
                        assertThat(context)
                                .getBean(ProjectionProgress.class)
                                .isInstanceOf(InMemory.class));
    }
}
