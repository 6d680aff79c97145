package io.daybook.load.crash;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Passes connections on to a server of this machine. What callers send arrives later by the delay,
 * so that every round trip takes longer by it; as on a long line, what is sent together arrives
 * together.
 */
final class DelayingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayNanos;

    private record Parcel(ByteBuffer bytes, long due) {

        boolean isEnd() {
            return !bytes.hasRemaining();
        }
    }

    private DelayingProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static DelayingProxy to(int port) throws IOException {
        var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var proxy = new DelayingProxy(door, port);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    void delay(Duration delay) {
        delayNanos = delay.toNanos();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                open.add(caller);
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException e) {
                // Closed, or a caller that has gone already.
            }
        }
    }

    private void connect(Socket caller) {
        try (caller;
                var server = new Socket()) {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            server.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
            open.add(server);
            var parcels = new LinkedBlockingQueue<Parcel>();
            Thread.ofVirtual().start(() -> collect(caller, parcels));
            Thread.ofVirtual().start(() -> answer(server, caller));
            deliver(parcels, Channels.newChannel(server.getOutputStream()));
            open.remove(server);
        } catch (IOException e) {
            // Either side has ended it; the other one sees that by its own socket.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(caller);
        }
    }

    private void collect(Socket caller, BlockingQueue<Parcel> parcels) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = caller.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                var bytes = ByteBuffer.wrap(Arrays.copyOf(buffer, read));
                parcels.add(new Parcel(bytes, System.nanoTime() + delayNanos));
            }
        } catch (IOException e) {
            // The end, as when nothing more comes.
        }
        parcels.add(new Parcel(ByteBuffer.allocate(0), System.nanoTime()));
    }

    private static void deliver(BlockingQueue<Parcel> parcels, WritableByteChannel out)
            throws IOException, InterruptedException {
        for (Parcel next = parcels.take(); !next.isEnd(); next = parcels.take()) {
            TimeUnit.NANOSECONDS.sleep(next.due - System.nanoTime());
            out.write(next.bytes);
        }
    }

    private static void answer(Socket server, Socket caller) {
        try (caller) {
            server.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException e) {
            // The caller sees it by its own socket.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
