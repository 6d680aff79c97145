package io.daybook.load.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelayingProxyTest {

    private static final Duration DELAY = Duration.ofMillis(200);

    private ServerSocket echo;
    private DelayingProxy proxy;
    private Socket caller;

    @BeforeEach
    void connect() throws IOException {
        echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        proxy = DelayingProxy.to(echo.getLocalPort());
        caller = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private void answer() {
        try (var socket = echo.accept()) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // The test sees it by its own socket.
        }
    }

    @AfterEach
    void close() throws IOException {
        caller.close();
        proxy.close();
        echo.close();
    }

    @Test
    void aRoundTripTakesLongerByTheDelayWhileItIsOn() throws IOException {
        assertThat(fastest()).isLessThan(DELAY);
        proxy.delay(DELAY);
        assertThat(fastest()).isGreaterThanOrEqualTo(DELAY);
        proxy.delay(Duration.ZERO);
        assertThat(fastest()).isLessThan(DELAY);
    }

    @Test
    void whatIsSentTogetherIsDelayedOnce() throws IOException {
        proxy.delay(DELAY);
        assertThat(roundTrip(300_000)).isBetween(DELAY, DELAY.multipliedBy(5));
    }

    @Test
    void theEndOfOneSideIsTheEndOfTheOther() throws IOException {
        roundTrip(1);
        caller.shutdownOutput();
        assertThat(caller.getInputStream().read()).isNegative();
    }

    /** Any one may be slow on a busy machine. */
    private Duration fastest() throws IOException {
        Duration fastest = roundTrip(1);
        for (int i = 0; i < 4; i++) {
            Duration next = roundTrip(1);
            fastest = next.compareTo(fastest) < 0 ? next : fastest;
        }
        return fastest;
    }

    private Duration roundTrip(int length) throws IOException {
        var sent = new byte[length];
        new Random(length).nextBytes(sent);
        long from = System.nanoTime();
        caller.getOutputStream().write(sent);
        assertThat(caller.getInputStream().readNBytes(length)).isEqualTo(sent);
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
