package io.daybook.command.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.serialization.Serializer;

/**
 * Axon's statements but one: it takes the offset of a page of sequences for an index of letters, so
 * that only the ten sequences that were not tried for longest were ever found (4.13.0).
 */
final class DeadLetterStatements extends DefaultDeadLetterStatementFactory<EventMessage<?>> {

    private static final String CLAIMABLE =
            """
            SELECT * FROM daybook.dead_letter_entry AS head
            WHERE processing_group = ? AND (processing_started IS NULL OR processing_started < ?)
              AND sequence_index = (
                SELECT min(sequence_index) FROM daybook.dead_letter_entry AS letter
                WHERE letter.processing_group = head.processing_group
                  AND letter.sequence_identifier = head.sequence_identifier)
            ORDER BY last_touched, dead_letter_identifier LIMIT ? OFFSET ?
            """;

    DeadLetterStatements(DeadLetterSchema schema, Serializer serializer, Serializer events) {
        super(
                DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
                        .schema(schema)
                        .genericSerializer(serializer)
                        .eventSerializer(events));
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection,
            String processingGroup,
            Instant processingStartedLimit,
            int offset,
            int maxSize)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(CLAIMABLE);
        statement.setString(1, processingGroup);
        statement.setString(2, DateTimeUtils.formatInstant(processingStartedLimit));
        statement.setInt(3, maxSize);
        statement.setInt(4, offset);
        return statement;
    }
}
