package io.daybook.domain.order;

import io.daybook.domain.shared.NoteId;
import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** Somebody remarked something. */
@Revision("1")
public record NoteAdded(OrderId orderId, NoteId noteId, String text, String author)
        implements OrderEvent {}
