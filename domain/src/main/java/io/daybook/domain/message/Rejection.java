package io.daybook.domain.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Why a command was refused. Every feature has one sealed root that extends this; a refusal is a
 * normal outcome, never an exception and never an event.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rejection")
public interface Rejection {

    /** Stable, kebab-case name of the broken rule; part of the HTTP contract. */
    String code();

    /** One sentence for a person, with the figures that matter. */
    String detail();
}
