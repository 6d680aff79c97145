package io.daybook.domain.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** The answer to a command: accepted with a receipt, or refused with a typed reason. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CommandResult.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = CommandResult.Refused.class, name = "refused")
})
public sealed interface CommandResult {

    /**
     * The command took effect, or had already taken effect before.
     *
     * @param version the number of events of the entity after the command
     */
    record Accepted(Receipt receipt, long version) implements CommandResult {}

    /**
     * The command was judged and refused; nothing was stored.
     *
     * @param currentVersion the number of events of the entity, 0 when it does not exist
     * @param allowed names of the commands that the entity would accept now
     */
    record Refused(Rejection rejection, long currentVersion, List<String> allowed)
            implements CommandResult {
        public Refused {
            allowed = List.copyOf(allowed);
        }
    }
}
