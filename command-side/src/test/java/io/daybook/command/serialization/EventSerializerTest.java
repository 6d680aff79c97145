package io.daybook.command.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class EventSerializerTest {

    private final Serializer events =
            new EventSerializer(new EventTypes(List.of(ParcelEvent.class)));
    private final Serializer general = StoredJson.serializer().build();

    sealed interface ParcelEvent {}

    sealed interface Movement extends ParcelEvent {}

    @Revision("2")
    record ParcelSent(String parcel, BigDecimal fee, int pieces, Instant at) implements Movement {}

    record ParcelLost(String parcel) implements ParcelEvent {}

    @Test
    void storesAnEventUnderItsNameAndRevision() {
        var sent =
                new ParcelSent(
                        "p-1",
                        new BigDecimal("1E+3"),
                        2,
                        Instant.parse("2026-01-02T03:04:05.123456789Z"));

        var stored = events.serialize(sent, String.class);

        assertThat(stored.getType().getName()).isEqualTo("ParcelSent");
        assertThat(stored.getType().getRevision()).isEqualTo("2");
        assertThat(stored.getData())
                .isEqualTo(
                        "{\"parcel\":\"p-1\",\"fee\":1000,\"pieces\":2,\"at\":\"2026-01-02T03:04:05.123456789Z\"}");
        assertThat(events.<String, ParcelSent>deserialize(stored))
                .isEqualTo(new ParcelSent("p-1", new BigDecimal("1000"), 2, sent.at()));
    }

    @Test
    void keepsTheCentsOfAnAmount() {
        var sent = new ParcelSent("p-1", new BigDecimal("10.50"), 2, Instant.EPOCH);

        assertThat(
                        events.<String, ParcelSent>deserialize(events.serialize(sent, String.class))
                                .fee())
                .isEqualTo(new BigDecimal("10.50"));
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        var stored = stored("{\"parcel\":\"p-1\",\"colour\":\"red\"}", "ParcelLost");

        assertThat(events.<String, Object>deserialize(stored)).isEqualTo(new ParcelLost("p-1"));
    }

    @Test
    void refusesToRound() {
        var stored =
                stored(
                        "{\"parcel\":\"p-1\",\"fee\":1,\"pieces\":1.9,\"at\":\"2026-01-02T03:04:05Z\"}",
                        "ParcelSent");

        assertThatThrownBy(() -> events.deserialize(stored))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void leavesEventsOfTheFutureUnread() {
        assertThat(events.<String, Object>deserialize(stored("{}", "ParcelPainted")))
                .isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void refusesTwoEventsOfOneName() {
        assertThatThrownBy(() ->
                        new EventTypes(List.of(ParcelEvent.class, OtherParcels.ParcelLost.class)))
                .hasMessageContaining("Two events are called ParcelLost");
    }

    @Test
    void tokensSurviveARestart() {
        var token = GapAwareTrackingToken.newInstance(7, List.of(3L, 5L));
        var replay =
                ReplayToken.createReplayToken(
                        token, GapAwareTrackingToken.newInstance(2, List.of()));

        assertThat(restarted(token)).isEqualTo(token);
        assertThat(restarted(replay)).isEqualTo(replay);
    }

    private Object restarted(Object token) {
        return general.deserialize(general.serialize(token, byte[].class));
    }

    private static SimpleSerializedObject<String> stored(String json, String type) {
        return new SimpleSerializedObject<>(json, String.class, type, "2");
    }
}
