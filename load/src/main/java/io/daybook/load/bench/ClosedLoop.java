package io.daybook.load.bench;

import io.daybook.load.http.Reply;
import io.daybook.load.http.Requests;
import io.daybook.load.http.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Clients that send their next request when they have the answer to the last one. One thread serves
 * them all: the less of the processors a generator takes, the more of them is measured.
 */
final class ClosedLoop {

    private final Target target;
    private final int clients;

    ClosedLoop(Target target, int clients) {
        this.target = target;
        this.clients = clients;
    }

    /**
     * One kind of request.
     *
     * @param asking makes the bytes of a request
     * @param isDone whether it was answered as hoped for
     */
    record Operation(Asking asking, Predicate<Reply> isDone) {

        /** The bytes of the request with a number. */
        @FunctionalInterface
        interface Asking {
            byte[] request(Requests requests, long number);
        }
    }

    /**
     * What came of it.
     *
     * @param failed requests that were answered otherwise, and connections that broke
     */
    record Result(Latencies latencies, long failed, double seconds) {

        double perSecond() {
            return latencies.count() / seconds;
        }
    }

    Result run(Duration time, Operation operation) {
        try (Selector selector = Selector.open()) {
            return new Run(selector, operation, System.nanoTime() + time.toNanos()).result();
        } catch (IOException e) {
            throw new UncheckedIOException("Daybook cannot be reached", e);
        }
    }

    private final class Run {

        private final Selector selector;
        private final Operation operation;
        private final Requests requests = target.requests();
        private final Growing nanos = new Growing();
        private final long start = System.nanoTime();
        private final long end;
        private long number;
        private long failed;
        private int open;

        private Run(Selector selector, Operation operation, long end) {
            this.selector = selector;
            this.operation = operation;
            this.end = end;
        }

        private Result result() throws IOException {
            for (int i = 0; i < clients; i++) {
                connect();
            }
            while (open > 0) {
                if (selector.select(this::answered, Target.PATIENCE.toMillis()) == 0) {
                    for (SelectionKey silent : List.copyOf(selector.keys())) {
                        ((Client) silent.attachment()).broken();
                    }
                }
            }
            return new Result(
                    Latencies.of(nanos.toArray()), failed, (System.nanoTime() - start) / 1e9);
        }

        private void answered(SelectionKey key) {
            var client = (Client) key.attachment();
            try {
                client.receive();
            } catch (IOException e) {
                client.broken();
            }
        }

        private void connect() throws IOException {
            var client = new Client(target.wire());
            client.wire.tell(selector, client);
            open++;
            client.send();
        }

        /** One connection and its request. */
        private final class Client {

            private final Wire wire;
            private long sentAt;

            private Client(Wire wire) {
                this.wire = wire;
            }

            private void send() throws IOException {
                byte[] request = operation.asking().request(requests, number++);
                sentAt = System.nanoTime();
                wire.send(request);
            }

            private void receive() throws IOException {
                Reply reply = wire.receive();
                if (reply == null) {
                    return;
                }
                long now = System.nanoTime();
                if (operation.isDone().test(reply)) {
                    nanos.add(now - sentAt);
                } else {
                    failed++;
                }
                if (now < end) {
                    send();
                } else {
                    close();
                }
            }

            /** A new connection takes over, while there is time. */
            private void broken() {
                failed++;
                close();
                try {
                    if (System.nanoTime() < end) {
                        connect();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("Daybook cannot be reached any more", e);
                }
            }

            private void close() {
                wire.close();
                open--;
            }
        }
    }
}
