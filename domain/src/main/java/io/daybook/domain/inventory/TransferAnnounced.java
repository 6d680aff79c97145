package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Units are on their way here from another location. */
@Revision("1")
public record TransferAnnounced(
        StockItemId stockItemId,
        TransferId transferId,
        Location from,
        int quantity,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent {

    public TransferAnnounced {
        lots = lots == null ? List.of() : List.copyOf(lots);
        serials = serials == null ? List.of() : List.copyOf(serials);
    }
}
