package io.daybook.load.bench;

import io.daybook.load.http.LightClient;
import io.daybook.load.http.Reply;
import io.daybook.load.http.Requests;
import io.daybook.load.http.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** The running program. */
record Target(URI url, String token) {

    /** How long to wait for an answer before the connection counts as broken. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    LightClient client() {
        return new LightClient(
                url.getHost(), url.getPort(), token, Math.toIntExact(PATIENCE.toMillis()));
    }

    /** A connection for a thread that looks after many. */
    Wire wire() throws IOException {
        return new Wire(url.getHost(), url.getPort());
    }

    Requests requests() {
        return new Requests(url.getHost(), token);
    }

    /** An answer that has to be good. */
    Reply get(String path) {
        try (LightClient client = client()) {
            return good(client.get(path), path);
        } catch (IOException e) {
            throw new IllegalStateException(path + " was not answered", e);
        }
    }

    Reply post(String path, String body, String... headers) {
        try (LightClient client = client()) {
            return good(client.post(path, body, headers), path);
        } catch (IOException e) {
            throw new IllegalStateException(path + " was not answered", e);
        }
    }

    private static Reply good(Reply reply, String path) {
        if (!reply.accepted()) {
            throw new IllegalStateException(
                    path + " answered " + reply.status() + ": " + reply.body());
        }
        return reply;
    }
}
