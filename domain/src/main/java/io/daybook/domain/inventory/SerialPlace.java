package io.daybook.domain.inventory;

/** Where a serial number is, as far as one stock item knows. */
public enum SerialPlace {
    IN_STOCK,
    SHIPPED,
    IN_TRANSIT,
    WRITTEN_OFF
}
