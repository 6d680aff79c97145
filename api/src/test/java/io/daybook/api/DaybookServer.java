package io.daybook.api;

import io.daybook.command.database.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole program on a free port and a database of its own, called over HTTP like any client
 * calls it.
 */
final class DaybookServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestDatabase database;
    private final int port;
    private final String url;

    private DaybookServer(ConfigurableApplicationContext context, TestDatabase database) {
        this.context = context;
        this.database = database;
        this.port =
                Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                        .getPort();
        this.url = "http://127.0.0.1:" + port;
    }

    /**
     * @param settings as on the command line, for example {@code --daybook.commands.threads=2}
     */
    static DaybookServer start(String... settings) {
        return start(TestDatabase.fresh(), settings);
    }

    /** Stops the program and starts another one on the same database. */
    DaybookServer restart(String... settings) {
        close();
        return start(database, settings);
    }

    private static DaybookServer start(TestDatabase database, String... settings) {
        try {
            return new DaybookServer(
                    new SpringApplicationBuilder(DaybookApplication.class)
                            .properties(
                                    Map.of(
                                            "daybook.dev", "true",
                                            "daybook.data",
                                                    Files.createTempDirectory("daybook-test")
                                                            .toString(),
                                            "daybook.datasource.url", database.url(),
                                            "daybook.datasource.username", database.username(),
                                            "daybook.datasource.password", database.password()))
                            // An argument, because a property given here is weaker than the
                            // program's own default.
                            .run(
                                    Stream.concat(Stream.of("--server.port=0"), Stream.of(settings))
                                            .toArray(String[]::new)),
                    database);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One answer, and its body as JSON where it is JSON. */
    record Answer(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }
    }

    /** A connection beside the program, for what only a faulty or foreign client would do. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.username(), database.password());
    }

    int port() {
        return port;
    }

    String token(String tenant, String scope) {
        String form =
                "grant_type=client_credentials&client_id=demo&client_secret=demo-secret&tenant="
                        + tenant
                        + "&scope="
                        + URLEncoder.encode(scope, StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return send(request).text("/access_token");
    }

    Answer get(String token, String path, String... headers) {
        return send(request(token, path, headers).GET().build());
    }

    Answer post(String token, String path, String body, String... headers) {
        return send(
                request(token, path, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    Answer send(String method, String token, String path, String body, String contentType) {
        return send(
                request(token, path)
                        .header("Content-Type", contentType)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String token, String path, String... headers) {
        var builder =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
