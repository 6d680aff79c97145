package io.daybook.load.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection with one request under way at most, for a thread that looks after many:
 * it sends, and takes in what is there. Every answer has to tell its length.
 */
public final class Wire implements AutoCloseable {

    private static final String END_OF_HEAD = "\r\n\r\n";

    private final SocketChannel channel;
    private ByteBuffer in = ByteBuffer.allocate(16 * 1024);

    /** Connects, and waits until that is done. */
    public Wire(String host, int port) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(host, port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
    }

    /** Has the selector tell when there is something to {@link #receive()}. */
    public void tell(Selector selector, Object attachment) throws ClosedChannelException {
        channel.register(selector, SelectionKey.OP_READ, attachment);
    }

    public void send(byte[] request) throws IOException {
        var out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /**
     * Takes in what is there.
     *
     * @return the answer; {@code null} until all of it is there
     * @throws IOException when the connection is broken, or closed by the other side
     */
    public @Nullable Reply receive() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the connection was closed");
        }
        String text = new String(in.array(), 0, in.position(), ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            roomFor(in.position() + 1);
            return null;
        }
        AnswerHead head = AnswerHead.of(text.substring(0, end));
        int body = end + END_OF_HEAD.length();
        if (in.position() < body + head.length()) {
            roomFor(body + head.length());
            return null;
        }
        var reply =
                new Reply(
                        head.status(),
                        new String(in.array(), body, head.length(), UTF_8),
                        head.consistencyToken());
        in.clear();
        return reply;
    }

    private void roomFor(int bytes) {
        if (bytes > in.capacity()) {
            in = ByteBuffer.allocate(2 * bytes).put(in.flip());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }
}
