package io.daybook.load.crash;

/** A test that this machine does not allow; it is skipped, which is not the same as passed. */
final class ImpossibleHereException extends RuntimeException {

    ImpossibleHereException(String reason) {
        super(reason);
    }
}
