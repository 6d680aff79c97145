package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A running Daybook, seen over HTTP. Safe for use by many threads; blocks its caller. */
final class Instance {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI address;
    private final Credentials credentials;
    private final BackOff backOff;

    Instance(URI address, Credentials credentials, BackOff backOff) {
        this.address = address;
        this.credentials = credentials;
        this.backOff = backOff;
    }

    /** A token that somebody else issued. */
    record GivenToken(String value) implements Credentials {
        @Override
        public String token(Instance instance) {
            return value;
        }

        @Override
        public boolean renew() {
            return false;
        }
    }

    Reply get(String path, Map<String, String> headers) {
        return authorised(request(path, headers).GET());
    }

    /**
     * Tried again on trouble: {@code headers} must hold an idempotency key unless that does no
     * harm.
     */
    Reply post(String path, Object body, Map<String, String> headers) {
        var json = JSON.writeValueAsString(body);
        return authorised(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json, UTF_8)));
    }

    /** Asks once, so that a command against a stopped instance says so at once. */
    Reply form(String path, String form, String authorization) {
        var request =
                request(path, Map.of("Authorization", authorization))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form, UTF_8))
                        .build();
        return new Attempts(request).once();
    }

    /** Fails at once when nobody is there; every later request is patient. */
    void greet() {
        var _ = new Attempts(request("/actuator/health/readiness", Map.of()).build()).once();
    }

    /** One segment of a path, or a value of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private Reply authorised(HttpRequest.Builder request) {
        var reply = withToken(request);
        return reply.status() == 401 && credentials.renew() ? withToken(request) : reply;
    }

    private Reply withToken(HttpRequest.Builder request) {
        var complete =
                request.copy()
                        .setHeader("Authorization", "Bearer " + credentials.token(this))
                        .build();
        return new Attempts(complete).untilAnswered();
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWER);
        request.header("Accept", "application/json, application/problem+json");
        headers.forEach(request::header);
        return request;
    }

    private final class Attempts {

        private final HttpRequest request;

        Attempts(HttpRequest request) {
            this.request = request;
        }

        Reply untilAnswered() {
            for (int attempt = 1; ; attempt++) {
                boolean last = attempt >= backOff.attempts();
                try {
                    var reply = exchange();
                    if (last || !reply.worthAnotherTry()) {
                        return reply;
                    }
                    pause(
                            reply.headers()
                                    .firstValue("Retry-After")
                                    .flatMap(BackOff::askedFor)
                                    .orElse(backOff.before(attempt)));
                } catch (IOException failure) {
                    if (last) {
                        throw unreachable(failure);
                    }
                    pause(backOff.before(attempt));
                }
            }
        }

        Reply once() {
            try {
                return exchange();
            } catch (IOException failure) {
                throw unreachable(failure);
            }
        }

        private Reply exchange() throws IOException {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString(UTF_8));
                return new Reply(response.statusCode(), response.headers(), json(response.body()));
            } catch (InterruptedException stopped) {
                throw interrupted();
            }
        }

        private JsonNode json(String body) {
            try {
                return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (JacksonException notJson) {
                return MissingNode.getInstance();
            }
        }

        private Failure unreachable(IOException failure) {
            var detail =
                    failure.getMessage() == null ? "" : " (%s)".formatted(failure.getMessage());
            return new Failure.NoAccess(
                    "No Daybook answers at %s%s; ./daybook start starts one, DAYBOOK_URL points to another."
                            .formatted(address, detail));
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    private static Failure interrupted() {
        Thread.currentThread().interrupt();
        return new Failure.NoAccess("Interrupted.");
    }
}
