package io.daybook.command.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseAutoConfigurationIT {

    @TempDir private Path data;

    @ImportAutoConfiguration(DatabaseAutoConfiguration.class)
    static class Application {}

    @Test
    void runsItsOwnDatabaseWhenNoneIsConfigured() {
        try (var context = start()) {
            var jdbc = new JdbcTemplate(context.getBean(DataSource.class));

            assertThat(
                            jdbc.queryForObject(
                                    "SELECT count(*) FROM daybook.domain_event_entry", Long.class))
                    .isZero();
            assertThat(jdbc.queryForObject("SHOW lock_timeout", String.class)).isEqualTo("2s");
            assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                    .endsWith("/daybook");
        }

        assertThat(Files.exists(data.resolve("postgres/postmaster.pid"))).isFalse();
    }

    @Test
    void saysWhyItDoesNotStartTwice() {
        try (var context = start()) {
            assertThat(context.isRunning()).isTrue();
            assertThatThrownBy(this::start)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            DataDirectoryInUseException.class,
                            cause -> {
                                var analysis =
                                        new DataDirectoryInUseFailureAnalyzer()
                                                .analyze(cause, cause);
                                assertThat(analysis.getDescription())
                                        .contains("Another Daybook is running", data.toString());
                                assertThat(analysis.getAction()).contains("daybook.data");
                            });
        }
    }

    @Test
    void leadsBothDriversToTheSamePlace() {
        var options =
                new Coordinates(
                                "jdbc:postgresql://db.example:5433/daybook?sslmode=require&x=1",
                                "app",
                                "secret")
                        .getConnectionFactoryOptions();

        assertThat(options.toString())
                .contains(
                        "host=db.example",
                        "port=5433",
                        "database=daybook",
                        "user=app",
                        "sslMode=require")
                .doesNotContain("secret");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("daybook.data=" + data, "spring.main.banner-mode=off")
                .run();
    }
}
