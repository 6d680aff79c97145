package io.daybook.command.database;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/**
 * Where the database is; both drivers, the blocking one and the reactive one, are led to the same
 * place.
 */
record Coordinates(String url, String username, String password)
        implements JdbcConnectionDetails, R2dbcConnectionDetails {

    /** Reads are fast; what hangs longer waits for something that will not come. */
    private static final Map<String, String> SESSION =
            Map.of("statement_timeout", "30s", "lock_timeout", "2s");

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public ConnectionFactoryOptions getConnectionFactoryOptions() {
        // The blocking driver's own reading of its URLs: several forms, defaults, and parameters.
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new IllegalArgumentException("Not a PostgreSQL URL: " + url);
        }
        var options =
                ConnectionFactoryOptions.builder()
                        .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                        .option(ConnectionFactoryOptions.HOST, first(parsed, PGProperty.PG_HOST))
                        .option(
                                ConnectionFactoryOptions.PORT,
                                Integer.valueOf(first(parsed, PGProperty.PG_PORT)))
                        .option(
                                ConnectionFactoryOptions.DATABASE,
                                String.valueOf(PGProperty.PG_DBNAME.getOrDefault(parsed)))
                        .option(
                                ConnectionFactoryOptions.USER,
                                given(username, PGProperty.USER, parsed))
                        .option(
                                ConnectionFactoryOptions.PASSWORD,
                                given(password, PGProperty.PASSWORD, parsed))
                        .option(Option.valueOf("applicationName"), "daybook")
                        .option(Option.valueOf("options"), SESSION);
        String sslMode = PGProperty.SSL_MODE.getOrDefault(parsed);
        if (sslMode != null) {
            options.option(Option.valueOf("sslMode"), sslMode);
        }
        return options.build();
    }

    /** Of several hosts the first: the reactive driver of ours knows one. */
    private static String first(Properties parsed, PGProperty property) {
        return String.valueOf(property.getOrDefault(parsed)).split(",", -1)[0];
    }

    private static String given(String setting, PGProperty property, Properties parsed) {
        String inUrl = property.getOrDefault(parsed);
        return setting.isEmpty() && inUrl != null ? inUrl : setting;
    }

    @Override
    public String toString() {
        return url;
    }
}
