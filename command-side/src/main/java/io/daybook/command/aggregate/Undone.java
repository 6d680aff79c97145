package io.daybook.command.aggregate;

import io.daybook.domain.message.Receipt;
import java.util.List;

/** The events of a decision that is not carried out, on their way from a shell to the bus. */
record Undone(List<?> events) implements Receipt {}
