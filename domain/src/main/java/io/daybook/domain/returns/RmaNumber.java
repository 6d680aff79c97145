package io.daybook.domain.returns;

import io.daybook.domain.shared.ReturnId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** The number that the customer writes on the parcel. */
final class RmaNumber {

    private static final int DIGITS = 12;

    private RmaNumber() {}

    /**
     * Always the same for a return: twelve digits of base 32, about as short as people can bear.
     */
    static String of(ReturnId returnId) {
        BigInteger hash = new BigInteger(1, sha256(returnId.value()));
        String digits =
                hash.setBit(255).toString(32).toUpperCase(Locale.ROOT).substring(1, DIGITS + 1);
        return "RMA-%s-%s-%s"
                .formatted(digits.substring(0, 4), digits.substring(4, 8), digits.substring(8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
