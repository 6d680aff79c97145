package io.daybook.projection.payment;

import static io.daybook.projection.ProjectionFixtures.authorisationRequested;
import static io.daybook.projection.ProjectionFixtures.authorised;
import static io.daybook.projection.ProjectionFixtures.captureRequested;
import static io.daybook.projection.ProjectionFixtures.captured;
import static io.daybook.projection.ProjectionFixtures.order;
import static io.daybook.projection.ProjectionFixtures.payment;
import static io.daybook.projection.ProjectionFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.projection.ProjectionNames;
import io.daybook.projection.ProjectionNode;
import org.junit.jupiter.api.Test;

class PaymentProjectionIT {

    @Test
    void keepsAPayment() {
        try (var node = ProjectionNode.start()) {
            node.append(
                    placed(1),
                    authorisationRequested(1),
                    authorised(1),
                    captureRequested(1, "c1", "30.00"));
            node.append(captured(1, "c1", "30.00"));
            node.catchUp(ProjectionNames.PAYMENTS);

            var row = node.sql().queryForMap("SELECT * FROM readmodel.payment");
            assertThat(row)
                    .containsEntry("tenant", "demo")
                    .containsEntry("payment_id", payment(1).toString())
                    .containsEntry("order_id", order(1).toString())
                    .containsEntry("status", "PARTLY_CAPTURED")
                    .containsEntry("method", "card")
                    .containsEntry("currency", "EUR")
                    .containsEntry("version", 4L)
                    .containsEntry("last_position", 5L);
            assertThat(row.get("amount")).hasToString("35.60");
            assertThat(row.get("captured")).hasToString("30.00");
            assertThat(String.valueOf(row.get("document"))).contains("\"captured\":\"30.00\"");
        }
    }
}
