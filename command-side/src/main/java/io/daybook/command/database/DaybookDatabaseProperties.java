package io.daybook.command.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** An external database, and the size of the pool on whichever database is used. */
@ConfigurationProperties("daybook.datasource")
record DaybookDatabaseProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("20") int maximumPoolSize,
        @DefaultValue("2s") Duration connectionTimeout) {}
