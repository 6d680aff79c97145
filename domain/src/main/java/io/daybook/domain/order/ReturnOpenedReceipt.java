package io.daybook.domain.order;

import io.daybook.domain.message.Receipt;

/** What a caller learns when units of an order were set aside for a return. */
public record ReturnOpenedReceipt(ReturnOpened opened) implements Receipt {}
