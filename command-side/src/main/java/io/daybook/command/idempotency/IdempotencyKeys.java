package io.daybook.command.idempotency;

import io.daybook.command.group.GroupMember;
import io.daybook.command.group.GroupWriter;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.message.RequestRejection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Remembers what was answered to a key, and answers the same again. */
public final class IdempotencyKeys {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final IdempotencyTable table;
    private final ResultJson json;
    private final GroupWriter<GroupKey> groupWriter = this::insertAll;

    IdempotencyKeys(IdempotencyTable table, ResultJson json) {
        this.table = table;
        this.json = json;
    }

    /**
     * Stores the result under the key of the command; part of the transaction that appends the
     * events.
     *
     * @throws KeyTakenException when the key is stored already; everything that the command did
     *     rolls back
     * @throws KeyInFlightException when a first request with this key has not finished within the
     *     lock timeout
     */
    void store(
            KeyScope scope,
            CommandMessage<?> command,
            CommandResult result,
            @Nullable Long position) {
        Object correlationId = command.getMetaData().get(MetadataKeys.CORRELATION_ID);
        var stored =
                new StoredKey(
                        fingerprint(command),
                        json.write(result),
                        position,
                        null,
                        correlationId == null ? null : correlationId.toString());
        GroupMember.current()
                .ifPresentOrElse(
                        member -> member.add(groupWriter, new GroupKey(scope, stored, member)),
                        () -> insert(scope, stored));
    }

    private void insert(KeyScope scope, StoredKey stored) {
        try {
            if (!table.insert(scope, stored)) {
                throw new KeyTakenException(scope.key());
            }
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException sql
                    && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                throw new KeyInFlightException(scope.key(), e);
            }
            throw e;
        }
    }

    private OptionalLong insertAll(List<GroupKey> keys) {
        if (table.insertAll(keys) < keys.size()) {
            throw new KeyTakenException("one of " + keys.size());
        }
        return OptionalLong.empty();
    }

    /** Stores the keys of a group; has to write after the log. */
    public GroupWriter<?> groupWriter() {
        return groupWriter;
    }

    /** Equal for commands whose keys are the same one; empty for a command without a key. */
    public static Optional<?> scopeOf(CommandMessage<?> command) {
        return KeyScope.of(command);
    }

    /**
     * The stored answer to the key of this command; a refusal when the key belongs to another
     * request body.
     */
    public Optional<CommandResultMessage<?>> replay(CommandMessage<?> command) {
        return KeyScope.of(command)
                .flatMap(scope -> table.find(scope).map(stored -> answer(command, scope, stored)));
    }

    private CommandResultMessage<?> answer(
            CommandMessage<?> command, KeyScope scope, StoredKey stored) {
        if (!stored.fingerprint().equals(fingerprint(command))) {
            var reused = new RequestRejection.KeyReused(scope.key());
            return new GenericCommandResultMessage<>(
                    new CommandResult.Refused(reused, 0, List.of()));
        }
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(MetadataKeys.REPLAYED, true);
        if (stored.position() != null) {
            metadata.put(MetadataKeys.POSITION, stored.position());
        }
        if (stored.correlationId() != null) {
            metadata.put(MetadataKeys.CORRELATION_ID, stored.correlationId());
        }
        if (stored.answer() != null) {
            metadata.put(MetadataKeys.STORED_ANSWER, stored.answer());
        }
        return new GenericCommandResultMessage<>(json.readResult(stored.result()), metadata);
    }

    /** The answer to a request whose key is still being worked on. */
    public static CommandResultMessage<?> inFlight(KeyInFlightException e) {
        var refusal = new RequestRejection.KeyInFlight(e.key());
        return new GenericCommandResultMessage<>(new CommandResult.Refused(refusal, 0, List.of()));
    }

    private static String fingerprint(CommandMessage<?> command) {
        return String.valueOf(command.getMetaData().get(MetadataKeys.IDEMPOTENCY_FINGERPRINT));
    }
}
