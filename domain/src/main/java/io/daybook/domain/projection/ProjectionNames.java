package io.daybook.domain.projection;

/** Names of the projections, as operators and consistency tokens use them. */
public final class ProjectionNames {

    public static final String ORDERS = "orders";
    public static final String STOCK = "stock";
    public static final String PAYMENTS = "payments";
    public static final String RETURNS = "returns";
    public static final String STORE_CREDIT = "store-credit";

    private ProjectionNames() {}
}
