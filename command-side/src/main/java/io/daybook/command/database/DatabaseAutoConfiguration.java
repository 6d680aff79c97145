package io.daybook.command.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Wires the database: an embedded PostgreSQL unless one is configured, one pool with transactions
 * on it, and the coordinates for the reactive driver. By hand, because Spring Boot's own data
 * source backs off beside R2DBC.
 */
@AutoConfiguration(
        before = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            DataSourcePoolMetricsAutoConfiguration.class,
            R2dbcAutoConfiguration.class
        })
@EnableConfigurationProperties(DaybookDatabaseProperties.class)
public class DatabaseAutoConfiguration {

    /**
     * Every statement of ours is fast; what hangs longer waits for something that will not come.
     */
    private static final String SESSION =
            "-c statement_timeout=30s -c lock_timeout=2s -c idle_in_transaction_session_timeout=180s";

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDatabaseConfigured.class)
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    static class Embedded {

        @Bean
        EmbeddedDatabase embeddedDatabase(
                ObjectProvider<EarlyDatabase.Starting> starting, Environment environment) {
            EarlyDatabase.Starting early = starting.getIfAvailable();
            return early == null
                    ? EmbeddedDatabase.start(EmbeddedDatabase.folder(environment))
                    : early.take();
        }

        @Bean
        ExclusiveDatabase exclusiveDatabase() {
            return new ExclusiveDatabase();
        }

        @Bean
        Coordinates databaseCoordinates(EmbeddedDatabase database) {
            return new Coordinates(database.url(), database.username(), database.password());
        }
    }

    @Bean
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    Coordinates databaseCoordinates(DaybookDatabaseProperties properties, Environment environment) {
        if (properties.url() != null && !properties.url().isBlank()) {
            return new Coordinates(
                    properties.url(),
                    orEmpty(properties.username()),
                    orEmpty(properties.password()));
        }
        return new Coordinates(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * Lazy: a command that waits for its aggregate's lock, or finds it in the cache, holds no
     * connection.
     */
    @Bean
    @Primary
    LazyConnectionDataSourceProxy dataSource(
            @Qualifier("connectionPool") HikariDataSource connectionPool) {
        var lazy = new LazyConnectionDataSourceProxy();
        lazy.setTargetDataSource(connectionPool);
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return lazy;
    }

    @Bean(defaultCandidate = false)
    HikariDataSource connectionPool(
            JdbcConnectionDetails database, DaybookDatabaseProperties properties) {
        var pool = new HikariConfig();
        pool.setPoolName("daybook");
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(properties.maximumPoolSize());
        pool.setConnectionTimeout(properties.connectionTimeout().toMillis());
        pool.addDataSourceProperty("ApplicationName", "daybook");
        pool.addDataSourceProperty("options", SESSION);
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(pool);
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    EventStoreMigrations eventStoreMigrations(DataSource dataSource) {
        return EventStoreMigrations.run(dataSource);
    }
}
