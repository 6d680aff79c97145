package io.daybook.domain.returns;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import org.axonframework.serialization.Revision;

/** The shop does not take the goods back. */
@Revision("1")
public record ReturnDeclined(ReturnId returnId, OrderId orderId, String reason)
        implements ReturnEvent {}
