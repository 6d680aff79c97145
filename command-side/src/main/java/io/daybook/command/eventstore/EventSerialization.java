package io.daybook.command.eventstore;

import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * How events and snapshots become bytes, and how bytes of earlier revisions become events of today.
 */
record EventSerialization(
        Serializer events,
        Serializer snapshots,
        EventUpcaster upcasters,
        SnapshotFilter snapshotFilter) {}
