package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units that somebody looks at once more. */
class SecondLookTest {

    @Test
    void r03_what_was_written_off_is_not_there_to_be_written_off_again() {
        var item = aStockItem().givenCommands(receive(3), writeOff(2));

        assertThat(item.when(writeOff(2)).decision()).isInstanceOf(Decision.Refused.class);
        item.givenCommands(writeOff(1));
        assertThat(((StockState.Registered) item.state()).onHand()).isZero();
    }

    @Test
    void r12_returned_units_in_quarantine_can_be_sold_after_a_second_look() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(1),
                                new RestockReturned(
                                        TEA, "ret-1", 2, Bucket.QUARANTINE, null, null, List.of()));
        assertThat(((StockState.Registered) item.state()).available()).isEqualTo(1);

        item.givenCommands(new RestoreFromBucket(TEA, Bucket.QUARANTINE, 2, "as new", null));

        assertThat(((StockState.Registered) item.state()).available()).isEqualTo(3);
    }

    private static WriteOffStock writeOff(int quantity) {
        return new WriteOffStock(TEA, quantity, "broken", null, null, List.of());
    }
}
