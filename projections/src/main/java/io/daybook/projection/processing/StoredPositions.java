package io.daybook.projection.processing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Positions as the processors stored them, for projections that another node runs or that stand
 * still.
 */
final class StoredPositions {

    private static final TrackingToken BEGINNING = new GlobalSequenceTrackingToken(0);

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    StoredPositions(JdbcTemplate jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    ReachedPosition of(String projection) {
        return ReachedPosition.of(
                jdbc.query(
                        "SELECT token, token_type FROM daybook.token_entry WHERE processor_name = ?",
                        (row, number) -> token(row),
                        projection));
    }

    private TrackingToken token(ResultSet row) throws SQLException {
        var json = row.getBytes("token");
        return json == null
                ? BEGINNING
                : serializer.deserialize(
                        new SimpleSerializedObject<>(
                                new String(json, UTF_8),
                                String.class,
                                row.getString("token_type"),
                                null));
    }
}
