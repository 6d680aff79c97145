package io.daybook.command.eventstore;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/**
 * Names this process among all nodes. Unique per start: a restarted process must not pass for its
 * predecessor, whose last transaction may still be open.
 */
record NodeId(String value) {

    static NodeId ofThisStart() {
        return new NodeId(host() + "/" + UUID.randomUUID());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "unnamed";
        }
    }
}
