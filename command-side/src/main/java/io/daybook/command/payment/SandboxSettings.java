package io.daybook.command.payment;

import java.time.Duration;

/**
 * How patient the sandbox is.
 *
 * @param late how long {@code tok_late} keeps everybody waiting
 * @param authorisationLifetime how long {@code tok_expires} holds money
 */
record SandboxSettings(Duration late, Duration authorisationLifetime) {}
