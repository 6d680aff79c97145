package io.daybook.load.http;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Requests of one caller as they go over the wire, in HTTP/1.1. */
public final class Requests {

    private final String common;

    public Requests(String host, String token) {
        this.common = " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token + "\r\n";
    }

    public byte[] get(String path) {
        return of("GET", path, "");
    }

    /**
     * A request with a body of JSON.
     *
     * @param headers names and values in turn
     */
    public byte[] post(String path, String body, String... headers) {
        return of("POST", path, body, headers);
    }

    byte[] of(String method, String path, String body, String... headers) {
        byte[] content = body.getBytes(UTF_8);
        var request = new StringBuilder(512).append(method).append(' ').append(path).append(common);
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (content.length > 0) {
            request.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        byte[] head = request.append("\r\n").toString().getBytes(UTF_8);
        byte[] whole = new byte[head.length + content.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return whole;
    }
}
