package io.daybook.command.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.domain.payment.CallbackRejection;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies messages: {@code t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.body" in hex>}.
 * Several {@code v1} may be given while a secret is changed.
 *
 * @param tolerance how far the clocks of both sides may differ
 */
record CallbackSignature(String secret, Duration tolerance, Clock clock) {

    static final String HEADER = "Daybook-Signature";

    private static final Pattern TIME = Pattern.compile("t=(\\d{1,12})");
    private static final Pattern SIGNATURE = Pattern.compile("v1=([0-9a-fA-F]{64})");

    /** Nothing when the message is genuine and new. */
    Optional<CallbackRejection> verify(@Nullable String header, byte[] body) {
        String given = header == null ? "" : header;
        var parts = List.of(given.split(",", -1));
        var time = parts.stream().map(TIME::matcher).filter(Matcher::matches).findFirst();
        var signatures = parts.stream().map(SIGNATURE::matcher).filter(Matcher::matches).toList();
        if (time.isEmpty() || signatures.isEmpty()) {
            return Optional.of(new CallbackRejection.SignatureMissing(HEADER));
        }
        long seconds = Long.parseLong(time.get().group(1));
        byte[] expected = sign(seconds, body);
        boolean genuine =
                signatures.stream()
                        .map(each -> HexFormat.of().parseHex(each.group(1)))
                        .anyMatch(each -> MessageDigest.isEqual(expected, each));
        if (!genuine) {
            return Optional.of(new CallbackRejection.SignatureWrong());
        }
        Instant signedAt = Instant.ofEpochSecond(seconds);
        return Duration.between(signedAt, clock.instant()).abs().compareTo(tolerance) > 0
                ? Optional.of(new CallbackRejection.SignatureExpired(signedAt, tolerance))
                : Optional.empty();
    }

    private byte[] sign(long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
