package io.daybook.load.bench;

import io.daybook.load.http.LightClient;
import io.daybook.load.http.Reply;
import java.io.IOException;
import java.net.URI;

/** The running program. */
record Target(URI url, String token) {

    private static final int PATIENCE_MILLIS = 30_000;

    LightClient client() {
        return new LightClient(url.getHost(), url.getPort(), token, PATIENCE_MILLIS);
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
