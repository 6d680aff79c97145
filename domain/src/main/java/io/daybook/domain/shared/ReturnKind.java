package io.daybook.domain.shared;

/** What the customer wants for goods that were shipped. */
public enum ReturnKind {
    /** Goods come back, money goes back. */
    RETURN,
    /** Goods come back, other goods are sent. */
    EXCHANGE,
    /** Money or goods for what arrived broken or not at all; nothing comes back. */
    CLAIM
}
