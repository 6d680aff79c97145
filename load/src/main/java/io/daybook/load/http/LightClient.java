package io.daybook.load.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection, one request at a time; for one thread. Speaks as much HTTP/1.1 as
 * Daybook answers with: every answer has a length.
 */
public final class LightClient implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final InetSocketAddress address;
    private final Requests requests;
    private final int patienceMillis;
    private @Nullable Socket socket;
    private @Nullable BufferedInputStream in;

    /**
     * Connects with the first request.
     *
     * @param patienceMillis how long to wait for an answer before the connection counts as broken
     */
    public LightClient(String host, int port, String token, int patienceMillis) {
        this.address = new InetSocketAddress(host, port);
        this.requests = new Requests(host, token);
        this.patienceMillis = patienceMillis;
    }

    public Reply get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    public Reply post(String path, String body, String... headers) throws IOException {
        return send("POST", path, body, headers);
    }

    /**
     * Sends one request and waits for its answer.
     *
     * @param headers names and values in turn
     * @throws IOException when there was no whole answer; whether the request took effect is then
     *     not known
     */
    public Reply send(String method, String path, String body, String... headers)
            throws IOException {
        byte[] whole = requests.of(method, path, body, headers);
        boolean answered = false;
        try {
            BufferedInputStream source = connected();
            write(whole, whole.length);
            Reply reply = read(source, method);
            answered = true;
            return reply;
        } finally {
            if (!answered) {
                close();
            }
        }
    }

    /**
     * Sends the first part of a POST request, or all of it, and closes the connection without
     * waiting for an answer.
     *
     * @param share from 0 to 1
     */
    public void cut(double share, String path, String body, String... headers) throws IOException {
        byte[] whole = requests.post(path, body, headers);
        try {
            connected();
            write(whole, (int) Math.round(whole.length * share));
        } finally {
            close();
        }
    }

    private void write(byte[] bytes, int length) throws IOException {
        Socket open = socket;
        if (open == null) {
            throw new IOException("not connected");
        }
        open.getOutputStream().write(bytes, 0, length);
    }

    private BufferedInputStream connected() throws IOException {
        BufferedInputStream known = in;
        if (known != null) {
            return known;
        }
        var fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(patienceMillis);
        fresh.connect(address, patienceMillis);
        var source = new BufferedInputStream(fresh.getInputStream(), BUFFER);
        socket = fresh;
        in = source;
        return source;
    }

    private Reply read(BufferedInputStream source, String method) throws IOException {
        var lines = new StringJoiner("\n");
        for (String line = line(source); !line.isEmpty(); line = line(source)) {
            lines.add(line);
        }
        AnswerHead head = AnswerHead.of(lines.toString());
        int length = "HEAD".equals(method) ? 0 : head.length();
        byte[] body = source.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer ends early");
        }
        if (head.closes()) {
            close();
        }
        return new Reply(head.status(), new String(body, UTF_8), head.consistencyToken());
    }

    private static String line(BufferedInputStream source) throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        for (int next = source.read(); next != '\n'; next = source.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                bytes.write(next);
            }
        }
        return bytes.toString(UTF_8);
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is given up either way.
            }
        }
    }
}
