package io.daybook.api.cli;

/** Where bearer tokens come from. */
interface Credentials {

    /** A token for the next request; may ask the instance for one. */
    String token(Instance instance);

    /** Called when the instance refused the token; {@code true} when another one is worth a try. */
    boolean renew();
}
