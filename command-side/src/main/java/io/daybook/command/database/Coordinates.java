package io.daybook.command.database;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/**
 * Where the database is; both drivers, the blocking one and the reactive one, are led to the same
 * place.
 */
record Coordinates(String url, String username, String password)
        implements JdbcConnectionDetails, R2dbcConnectionDetails {

    private static final String POSTGRES = "jdbc:postgresql://";
    private static final int DEFAULT_PORT = 5432;

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
        if (!url.startsWith(POSTGRES)) {
            throw new IllegalArgumentException("Not a PostgreSQL URL: " + url);
        }
        var location = URI.create(url.substring("jdbc:".length()));
        var options =
                ConnectionFactoryOptions.builder()
                        .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                        .option(ConnectionFactoryOptions.HOST, location.getHost())
                        .option(
                                ConnectionFactoryOptions.PORT,
                                location.getPort() < 0 ? DEFAULT_PORT : location.getPort())
                        .option(ConnectionFactoryOptions.DATABASE, location.getPath().substring(1))
                        .option(ConnectionFactoryOptions.USER, username)
                        .option(ConnectionFactoryOptions.PASSWORD, password)
                        .option(Option.valueOf("applicationName"), "daybook");
        sslMode(location).ifPresent(mode -> options.option(Option.valueOf("sslMode"), mode));
        return options.build();
    }

    private static Optional<String> sslMode(URI location) {
        return Optional.ofNullable(location.getQuery()).stream()
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> parameter.startsWith("sslmode="))
                .map(parameter -> parameter.substring("sslmode=".length()))
                .findFirst();
    }

    @Override
    public String toString() {
        return url;
    }
}
