package io.daybook.projection.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.returns.ReturnApproved;
import io.daybook.domain.returns.ReturnFixtures;
import io.daybook.domain.returns.ReturnReceived;
import io.daybook.domain.returns.ReturnRequested;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.projection.ProjectionNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnProjectionIT {

    @Test
    void keepsAReturnAndItsLines() {
        var request = ReturnFixtures.request(ReturnKind.RETURN);
        try (var node = ProjectionNode.start()) {
            node.append(
                    new ReturnRequested(
                            request.returnId(),
                            request.orderId(),
                            request.kind(),
                            "RMA-1",
                            request.lines(),
                            request.refundTo(),
                            request.outbound(),
                            request.requestedAt()),
                    new ReturnApproved(
                            request.returnId(),
                            request.orderId(),
                            ReturnFixtures.eur("1.00"),
                            ReturnFixtures.eur("2.00"),
                            ReturnFixtures.DEADLINE));
            node.append(
                    new ReturnReceived(
                            request.returnId(),
                            request.orderId(),
                            "p1",
                            List.of(new LineQuantity(ReturnFixtures.TEA, 2)),
                            List.of(),
                            List.of(new LineQuantity(ReturnFixtures.TEA, 2))));
            node.catchUp(ProjectionNames.RETURNS);

            var row = node.sql().queryForMap("SELECT * FROM readmodel.return_summary");
            assertThat(row)
                    .containsEntry("tenant", "demo")
                    .containsEntry("return_id", ReturnFixtures.ID.toString())
                    .containsEntry("order_id", ReturnFixtures.ORDER.toString())
                    .containsEntry("kind", "RETURN")
                    .containsEntry("status", "PARTLY_RECEIVED")
                    .containsEntry("currency", "EUR")
                    .containsEntry("version", 3L);
            assertThat(row.get("fees")).hasToString("3.00");
            assertThat(
                            node.sql()
                                    .queryForMap(
                                            "SELECT * FROM readmodel.return_line WHERE line_id = '1'"))
                    .containsEntry("sku", "TEA-1")
                    .containsEntry("quantity", 3)
                    .containsEntry("received", 2);
        }
    }
}
