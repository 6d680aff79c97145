package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the numbers of a stock item are what they are.
 *
 * @param available on hand less reserved, less every bucket
 * @param buckets damaged, quarantine and safety
 */
public record StockExplanation(
        Sku sku,
        Location location,
        long version,
        Figure onHand,
        Promised reserved,
        Available available,
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
                Map<String, Figure> buckets) {

    /** A number and the kinds of movement that it is the sum of. */
    public record Figure(long value, List<Share> shares) {}

    /**
     * What all movements of one kind contribute.
     *
     * @param type the kind of movement; {@code null} for the setting of a limit
     * @param sum of their changes
     * @param events how many there are
     * @param newest the last of them, oldest first
     */
    public record Share(@Nullable MovementType type, long sum, long events, List<Source> newest) {}

    /** One event and its change of the number. */
    public record Source(
            long position,
            long version,
            Instant recordedAt,
            String event,
            long quantity,
            @Nullable String cause,
            @Nullable String reason) {}

    /**
     * Units promised, by open reservation: what ended adds up to nothing.
     *
     * @param open the newest of them, oldest first
     */
    public record Promised(long value, long reservations, List<OpenReservation> open) {}

    /** The events of a reservation that has not ended; they add up to its quantity. */
    public record OpenReservation(String reservationId, long quantity, List<Source> events) {}

    /** The sum that it is. */
    public record Available(
            long value, long onHand, long reserved, long damaged, long quarantine, long safety) {}
}
