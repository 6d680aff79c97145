package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the money of a return goes. */
public enum RefundTo {
    /** Back the way that it came. */
    @JsonProperty("original")
    ORIGINAL,
    /** To the customer's credit at the shop. */
    @JsonProperty("store-credit")
    STORE_CREDIT
}
