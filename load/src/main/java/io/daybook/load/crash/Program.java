package io.daybook.load.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.load.http.LightClient;
import io.daybook.load.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Daybook as its users start it: the launcher becomes the program, so its process is the program's.
 */
final class Program {

    private static final String HOST = "127.0.0.1";

    /** The first start may have to build. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path launcher;
    private final int port;
    private final Path data;
    private final Path log;
    private final List<String> settings;
    private @Nullable Process process;
    private @Nullable String probeToken;
    private int probes;

    /** Takes settings of every start. */
    Program(Path launcher, int port, Path data, Path log, String... settings) {
        this.launcher = launcher;
        this.port = port;
        this.data = data;
        this.log = log;
        this.settings = List.of(settings);
    }

    /** Returns when the program takes commands. Takes settings of this start alone. */
    void start(String... more) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                launcher.toString(),
                                "start",
                                "--port",
                                Integer.toString(port),
                                "--data",
                                data.toString()));
        command.addAll(settings);
        command.addAll(List.of(more));
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        awaitCommand(PATIENCE);
    }

    void kill() throws InterruptedException {
        Process running = running();
        running.destroyForcibly();
        running.waitFor();
    }

    /** Gracefully, as a user does. */
    int stop() throws InterruptedException {
        Process running = running();
        running.destroy();
        if (!running.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
        return running.exitValue();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    long pid() {
        return running().pid();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    LightClient client(String token, Duration patience) {
        return new LightClient(HOST, port, token, Math.toIntExact(patience.toMillis()));
    }

    /** Ready means that a command is accepted, whatever the health page says. */
    void awaitCommand(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!takesCommands()) {
            if (!isRunning()) {
                throw new IOException("Daybook ended, see " + log);
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("Daybook takes no commands, see " + log);
            }
            Thread.sleep(20);
        }
    }

    boolean takesCommands() throws InterruptedException {
        try (LightClient client = probe()) {
            return command(client).accepted();
        } catch (IOException e) {
            return false;
        }
    }

    private LightClient probe() throws IOException, InterruptedException {
        if (probeToken == null) {
            probeToken = token("probe");
        }
        return client(probeToken, Duration.ofSeconds(5));
    }

    private Reply command(LightClient client) throws IOException {
        return client.post(
                "/api/v1/inventory/PROBE/main/receive",
                "{\"quantity\":1}",
                "Idempotency-Key",
                "probe-" + ++probes);
    }

    /** By how much the times that it writes are off from those of this process. */
    Duration clockError() throws IOException, InterruptedException {
        try (LightClient client = probe()) {
            Reply written = command(client);
            Reply read =
                    client.get(
                            "/api/v1/inventory/PROBE/main",
                            "Consistency-Token",
                            written.consistencyToken(),
                            "Prefer",
                            "wait=5");
            return Duration.between(Instant.now(), Instant.parse(read.text("updatedAt")));
        }
    }

    /** Every test has a tenant of its own, and so a log and read models of its own. */
    String token(String tenant) throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&client_id=demo&client_secret=demo-secret&tenant="
                        + tenant;
        var request =
                HttpRequest.newBuilder(URI.create("http://" + HOST + ':' + port + "/oauth2/token"))
                        .timeout(Duration.ofSeconds(5))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form, UTF_8))
                        .build();
        try (var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("no token: " + answer.statusCode() + ' ' + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body()).required("access_token").asString();
        }
    }
}
