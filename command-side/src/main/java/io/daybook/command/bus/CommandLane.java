package io.daybook.command.bus;

import io.daybook.command.aggregate.CommandTarget;
import org.axonframework.commandhandling.CommandMessage;

/**
 * Where a command waits. Commands of processes go first: a flood of requests must not keep the
 * processes of accepted orders from going on.
 */
public final class CommandLane {

    /** Metadata entry that marks a command of a process. Not carried into events. */
    public static final String KEY = "lane";

    /** Its value. */
    public static final String PROCESS = "process";

    private CommandLane() {}

    static boolean isUrgent(CommandMessage<?> command) {
        return PROCESS.equals(command.getMetaData().get(KEY));
    }

    /** Commands on one entity exclude each other. */
    static String entity(CommandMessage<?> command) {
        return CommandTarget.of(command).map(Object::toString).orElse(command.getIdentifier());
    }
}
