package io.daybook.domain.payment;

/** Ways to pay that no provider takes part in. */
public enum OfflineMethod {
    CASH("cash"),
    BANK_TRANSFER("bank-transfer"),
    CHEQUE("cheque"),
    /** Goods that came back pay for goods that are sent instead; nobody else pays like this. */
    EXCHANGE("exchange");

    private final String code;

    OfflineMethod(String code) {
        this.code = code;
    }

    /** The name of the method in requests and events. */
    public String code() {
        return code;
    }

    /**
     * The method of that name that people can pay by.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static OfflineMethod of(String code) {
        for (OfflineMethod method : values()) {
            if (method != EXCHANGE && method.code.equals(code)) {
                return method;
            }
        }
        throw new IllegalArgumentException("must be cash, bank-transfer or cheque");
    }

    /** Whether money paid by this method is given back by people. */
    public static boolean isOffline(String method) {
        for (OfflineMethod each : values()) {
            if (each.code.equals(method)) {
                return true;
            }
        }
        return false;
    }
}
