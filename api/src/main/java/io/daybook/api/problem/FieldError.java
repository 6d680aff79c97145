package io.daybook.api.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON pointer into the body, or {@code /name} of a header, path or query parameter
 */
public record FieldError(String pointer, String message) {}
