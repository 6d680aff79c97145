package io.daybook.load.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.load.crash.Command.Kind;
import io.daybook.load.crash.Ledger.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every check is seen to fail on a run in which exactly its thing went wrong. */
class ChecksTest {

    private final CrashFixtures run = new CrashFixtures();

    @Test
    void aSoundRunPasses() {
        assertThat(failed()).isEmpty();
    }

    @Test
    void aCommandWithoutAnAnswerIsFound() {
        run.answersTo("place").clear();
        assertThat(failed()).containsExactly("all-answered");
    }

    @Test
    void aLostCommandIsFound() {
        run.answered("lost", Kind.RECEIVE, 1, "{\"version\":6}");
        assertThat(failed()).containsExactly("acknowledged-once");
    }

    @Test
    void aDoubledCommandIsFound() {
        run.event("order", "ord_2", 1, "OrderPlaced", "demo", "place", 0, "");
        assertThat(failed()).contains("acknowledged-once");
    }

    @Test
    void anEffectOfARefusedCommandIsFound() {
        run.refused("ship", Kind.SHIP);
        assertThat(failed()).containsExactly("acknowledged-once");
    }

    @Test
    void anEventThatNobodyAskedForIsFound() {
        run.ledger.remove("ship");
        assertThat(failed()).containsExactly("acknowledged-once");
    }

    @Test
    void anAnswerAboutAnotherVersionIsFound() {
        run.answered("place", Kind.PLACE, 0, "{\"version\":9}");
        assertThat(failed()).containsExactly("acknowledged-once");
    }

    @Test
    void anotherQuantityIsFound() {
        run.answered("receive", Kind.RECEIVE, 11, "{\"version\":2}");
        assertThat(failed()).containsExactly("acknowledged-once");
    }

    @Test
    void anotherAnswerToTheSameKeyIsFound() {
        run.answersTo("place").add(new Answer(200, "{\"version\":2}"));
        assertThat(failed()).containsExactly("same-answer-to-same-key");
    }

    @Test
    void aMissingEventIsFound() {
        run.log.removeIf(event -> event.type().equals("StockItemRegistered"));
        assertThat(failed()).contains("log-whole");
    }

    @Test
    void anOversoldItemIsFound() {
        run.answered("more", Kind.RESERVE, 20, "{\"version\":6}");
        run.stock(6, "StockReserved", "demo", "more", 20, "res_c");
        run.stock = "{\"sku\":\"TEA\",\"onHand\":7,\"reserved\":22,\"version\":6}";
        assertThat(failed()).containsExactly("never-oversold");
    }

    @Test
    void aReservationThatGivesBackMoreThanItHoldsIsFound() {
        run.stock(6, "ReservationReleased", "process:release-1", "place", 1, "res_b");
        assertThat(failed()).contains("never-oversold");
    }

    @Test
    void aWrongStockDocumentIsFound() {
        run.stock = "{\"sku\":\"TEA\",\"onHand\":8,\"reserved\":2,\"version\":5}";
        assertThat(failed()).containsExactly("stock-adds-up");
    }

    @Test
    void aReservationThatNobodyHoldsIsFound() {
        run.refused("reserve", Kind.RESERVE);
        assertThat(failed()).contains("stock-adds-up");
    }

    @Test
    void aShipmentThatNeverLeftTheShelfIsFound() {
        run.log.removeLast();
        run.stock = "{\"sku\":\"TEA\",\"onHand\":10,\"reserved\":5,\"version\":4}";
        assertThat(failed()).containsExactly("stock-adds-up");
    }

    @Test
    void aDocumentThatARebuildChangesIsFound() {
        run.rebuiltOrder = CrashFixtures.order("COMPLETED", 0, 3);
        assertThat(failed()).containsExactly("read-models-equal-rebuild");
    }

    @Test
    void aDocumentThatARebuildLosesIsFound() {
        run.rebuiltOrder = "";
        assertThat(failed()).containsExactly("read-models-equal-rebuild");
    }

    @Test
    void aDocumentBehindTheLogIsFound() {
        run.stock = run.stock.replace("\"version\":5", "\"version\":4");
        assertThat(failed()).containsExactly("read-models-complete");
    }

    @Test
    void anOrderOnItsWayForEverIsFound() {
        setOrder(CrashFixtures.order("PLACED", 0, 3));
        assertThat(failed()).containsExactly("no-process-lost");
    }

    @Test
    void aParkedReactionIsFound() {
        run.parked = 1;
        assertThat(failed()).containsExactly("no-process-lost");
    }

    @Test
    void aPaymentInDoubtIsFound() {
        run.payment = CrashFixtures.payment("IN_DOUBT", "30.00", "30.00", "0.00", "0.00");
        assertThat(failed()).containsExactly("no-process-lost");
    }

    @Test
    void aPendingOperationIsFound() {
        run.payment = run.payment.replace("Operations\":{}", "Operations\":{\"c\":1}");
        assertThat(failed()).containsExactly("no-process-lost");
    }

    @Test
    void aShipmentThatWasNotPaidIsFound() {
        run.payment = CrashFixtures.payment("AUTHORISED", "30.00", "0.00", "0.00", "0.00");
        assertThat(failed()).containsExactly("money-adds-up");
    }

    @Test
    void moreCapturedThanAuthorisedIsFound() {
        run.payment = CrashFixtures.payment("CAPTURED", "20.00", "30.00", "0.00", "0.00");
        assertThat(failed()).containsExactly("money-adds-up");
    }

    @Test
    void moreRefundedThanCapturedIsFound() {
        run.payment = CrashFixtures.payment("REFUNDED", "30.00", "30.00", "31.00", "0.00");
        assertThat(failed()).containsExactly("money-adds-up");
    }

    @Test
    void moneyThatACancelledOrderHoldsIsFound() {
        setOrder(CrashFixtures.order("CANCELLED", 0, 3));
        assertThat(failed()).containsExactly("money-adds-up");
    }

    @Test
    void unitsThatARejectedOrderHoldsAreFound() {
        setOrder(CrashFixtures.order("REJECTED", 2, 3));
        run.payment = CrashFixtures.payment("CAPTURED", "30.00", "30.00", "30.00", "0.00");
        assertThat(failed()).contains("money-adds-up", "stock-adds-up");
    }

    @Test
    void anInternalErrorIsFound() {
        run.faults.add("500 to place");
        assertThat(failed()).containsExactly("no-internal-error");
    }

    private void setOrder(String document) {
        run.order = document;
        run.rebuiltOrder = document;
    }

    private List<String> failed() {
        return Checks.of(run.evidence()).entrySet().stream()
                .filter(check -> !check.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
