package io.daybook.domain.returns;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import org.axonframework.serialization.Revision;

/** Nothing more happens. */
@Revision("1")
public record ReturnClosed(ReturnId returnId, OrderId orderId) implements ReturnEvent {}
