package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.aConfirmedOrder;
import static io.daybook.domain.order.OrderFixtures.changeId;
import static io.daybook.domain.order.OrderFixtures.edit;
import static io.daybook.domain.order.OrderFixtures.propose;
import static io.daybook.domain.order.OrderViews.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.NoteId;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents that were stored before there were notes, changes and granted refunds. */
class EarlierOrderDocumentsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void lackWhatThereWasNotYet() {
        OrderView view = seen(aConfirmedOrder());
        var text = (ObjectNode) JSON.readTree(JSON.writeValueAsString(view));
        text.remove(List.of("notes", "changes", "refundsGranted"));

        assertThat(JSON.treeToValue(text, OrderView.class)).isEqualTo(view);
        assertThat(view.refundsGranted()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void laterOnesKeepIt() {
        OrderView view =
                seen(
                        aConfirmedOrder()
                                .givenCommands(
                                        new AddNote(ID, NoteId.of(new UUID(1, 1)), "hi", "ann"),
                                        propose(changeId(1), edit(TEA, 2, null))));

        OrderView read = JSON.readValue(JSON.writeValueAsString(view), OrderView.class);

        assertThat(read).isEqualTo(view);
        assertThat(read.notes()).hasSize(1);
        assertThat(read.changes()).hasSize(1);
    }
}
