package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The other location counted a transfer in; without a difference it has ended.
 *
 * @param missing sent and not received; negative when more came than was sent
 * @param lots what is missing, by lot
 * @param serials what is missing, unit by unit
 */
@Revision("1")
public record TransferConfirmed(
        StockItemId stockItemId,
        TransferId transferId,
        int received,
        int missing,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent {

    public TransferConfirmed {
        lots = lots == null ? List.of() : List.copyOf(lots);
        serials = serials == null ? List.of() : List.copyOf(serials);
    }
}
