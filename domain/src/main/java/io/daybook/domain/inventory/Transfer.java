package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as one of its two ends knows it.
 *
 * @param other the other end
 * @param missing sent and not received; negative when more came than was sent; 0 until received
 * @param lots what is on the way, and once received what is missing
 * @param serials as {@code lots}
 * @param resolution what became of the difference; {@code null} while nobody has said
 */
public record Transfer(
        TransferId transferId,
        Direction direction,
        Stage stage,
        Location other,
        int quantity,
        int missing,
        List<LotUnits> lots,
        List<SerialNumber> serials,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DiscrepancyResolution resolution) {

    /** Which end this is. */
    public enum Direction {
        OUT,
        IN
    }

    /** How far it is. */
    public enum Stage {
        IN_TRANSIT,
        DISPUTED,
        ENDED;

        /** The name in a sentence. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Transfer {
        lots = List.copyOf(lots);
        serials = List.copyOf(serials);
    }

    static Transfer of(TransferDispatched event) {
        return new Transfer(
                event.transferId(),
                Direction.OUT,
                Stage.IN_TRANSIT,
                event.to(),
                event.quantity(),
                0,
                event.lots(),
                event.serials(),
                null);
    }

    static Transfer of(TransferAnnounced event) {
        return new Transfer(
                event.transferId(),
                Direction.IN,
                Stage.IN_TRANSIT,
                event.from(),
                event.quantity(),
                0,
                event.lots(),
                event.serials(),
                null);
    }

    Transfer confirmed(TransferConfirmed event) {
        return new Transfer(
                transferId,
                direction,
                event.missing() == 0 ? Stage.ENDED : Stage.DISPUTED,
                other,
                quantity,
                event.missing(),
                event.lots(),
                event.serials(),
                null);
    }

    /** The difference is kept, so that a repeated command is recognised. */
    Transfer ended(int difference, @Nullable DiscrepancyResolution how) {
        return new Transfer(
                transferId,
                direction,
                Stage.ENDED,
                other,
                quantity,
                difference,
                List.of(),
                List.of(),
                how);
    }
}
