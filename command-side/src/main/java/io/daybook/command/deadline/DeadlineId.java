package io.daybook.command.deadline;

/**
 * Which deadline it is.
 *
 * @param entity the identifier, as the log knows it
 * @param key tells deadlines of one kind and entity apart; empty when there is only one
 */
record DeadlineId(DeadlineKind kind, String entity, String key) {}
