package io.daybook.domain.order;

import io.daybook.domain.shared.NoteId;
import io.daybook.domain.shared.OrderId;

/** Leaves a remark for whoever works on the order. */
public record AddNote(OrderId orderId, NoteId noteId, String text, String author)
        implements OrderCommand {}
