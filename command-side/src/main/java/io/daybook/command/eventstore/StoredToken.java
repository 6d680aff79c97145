package io.daybook.command.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * A token as its table holds it; both parts are null for a processor that starts at the beginning.
 */
record StoredToken(@Nullable String json, @Nullable String type) {

    static StoredToken of(@Nullable TrackingToken token, Serializer serializer) {
        if (token == null) {
            return new StoredToken(null, null);
        }
        var serialized = serializer.serialize(token, String.class);
        return new StoredToken(serialized.getData(), serialized.getType().getName());
    }

    static StoredToken in(ResultSet row) throws SQLException {
        var bytes = row.getBytes("token");
        return new StoredToken(
                bytes == null ? null : new String(bytes, UTF_8), row.getString("token_type"));
    }

    byte @Nullable [] bytes() {
        return json == null ? null : json.getBytes(UTF_8);
    }

    @Nullable TrackingToken read(Serializer serializer) {
        if (json == null || type == null) {
            return null;
        }
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, type, null));
    }
}
