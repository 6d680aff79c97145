package io.daybook.command.bus;

/**
 * How much is taken on at once.
 *
 * @param threads batches under way at once; fewer than the pool's connections
 * @param queue commands of callers that may wait; more are refused
 * @param group commands made durable together at most
 */
record CommandLimits(int threads, int queue, int group) {}
