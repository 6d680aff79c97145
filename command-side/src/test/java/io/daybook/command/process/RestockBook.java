package io.daybook.command.process;

import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.StockRestocked;
import io.daybook.domain.returns.Disposition;
import io.daybook.domain.returns.InspectedUnits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The units of one return that go back to the shelves: each once, damaged ones never for sale. */
final class RestockBook {

    private int forSale;
    private int aside;
    private final Set<String> keys = new HashSet<>();
    private String broken = "";

    /** What is to go back, because somebody looked at it and accepted it. */
    void due(List<InspectedUnits> lines) {
        for (InspectedUnits units : lines) {
            boolean sellable =
                    units.disposition() == Disposition.RESTOCK
                            || units.disposition() == Disposition.RESTOCK_B_GRADE;
            forSale += sellable ? units.quantity() : 0;
            boolean suspect = units.disposition() == Disposition.QUARANTINE && units.accepted();
            aside += suspect ? units.quantity() : 0;
        }
    }

    void note(StockRestocked event) {
        if (!keys.add(event.key())) {
            broken = "restocked twice: " + event;
        }
        if (event.bucket() == null) {
            forSale -= event.quantity();
        } else if (event.bucket() == Bucket.QUARANTINE) {
            aside -= event.quantity();
        }
        if (forSale < 0 || aside < 0) {
            broken = "nobody accepted what was restocked: " + event;
        }
    }

    /** Whether everything that was accepted is on a shelf. */
    boolean isDone() {
        return forSale == 0 && aside == 0;
    }

    String brokenLaw() {
        return broken;
    }
}
