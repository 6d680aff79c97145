package io.daybook.domain.payment;

/** The method of payments that a customer's store credit pays. Their token is the customer's id. */
public final class StoreCreditMethod {

    public static final String CODE = "store-credit";

    private StoreCreditMethod() {}

    public static boolean is(String method) {
        return CODE.equals(method);
    }
}
