package io.daybook.domain.process;

/** What has to happen next. */
public enum WaitsFor {
    /** The stock items promise their units. */
    STOCK,
    /** The money is authorised: by the provider, or by the customer first. */
    PAYMENT,
    /** Somebody releases the holds of the order. */
    HOLD_RELEASE,
    /** The warehouse ships. */
    SHIPMENT,
    /** The last shipment arrives. */
    DELIVERY,
    /** The stock items take their promises back. */
    STOCK_RELEASE,
    /** The provider gives the money back. */
    MONEY_BACK,
    /** Somebody approves or declines the return. */
    APPROVAL,
    /** The customer sends the goods back. */
    GOODS,
    /** Somebody looks at the goods that came back. */
    INSPECTION,
    /** The step that failed is tried again. */
    RETRY
}
