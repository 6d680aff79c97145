package io.daybook.domain.returns;

import static io.daybook.domain.returns.Disposition.MISSING;
import static io.daybook.domain.returns.Disposition.QUARANTINE;
import static io.daybook.domain.returns.Disposition.RESTOCK;
import static io.daybook.domain.returns.Disposition.SEND_BACK;
import static io.daybook.domain.returns.ReturnFixtures.CUPS;
import static io.daybook.domain.returns.ReturnFixtures.DEADLINE;
import static io.daybook.domain.returns.ReturnFixtures.ID;
import static io.daybook.domain.returns.ReturnFixtures.NOW;
import static io.daybook.domain.returns.ReturnFixtures.ORDER;
import static io.daybook.domain.returns.ReturnFixtures.REPLACEMENT;
import static io.daybook.domain.returns.ReturnFixtures.TEA;
import static io.daybook.domain.returns.ReturnFixtures.aReturn;
import static io.daybook.domain.returns.ReturnFixtures.accepted;
import static io.daybook.domain.returns.ReturnFixtures.anApprovedReturn;
import static io.daybook.domain.returns.ReturnFixtures.approve;
import static io.daybook.domain.returns.ReturnFixtures.exchange;
import static io.daybook.domain.returns.ReturnFixtures.failed;
import static io.daybook.domain.returns.ReturnFixtures.inspect;
import static io.daybook.domain.returns.ReturnFixtures.made;
import static io.daybook.domain.returns.ReturnFixtures.outbound;
import static io.daybook.domain.returns.ReturnFixtures.plan;
import static io.daybook.domain.returns.ReturnFixtures.receive;
import static io.daybook.domain.returns.ReturnFixtures.refused;
import static io.daybook.domain.returns.ReturnFixtures.request;
import static io.daybook.domain.returns.ReturnFixtures.step;
import static io.daybook.domain.returns.ReturnFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What callers see of a return. */
class ReturnViewTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void showsUnitsAndMoney() {
        var view =
                view(
                        aReturn()
                                .givenCommands(
                                        request(ReturnKind.RETURN),
                                        approve("1.00", "2.00"),
                                        new ReceiveReturn(
                                                ID,
                                                "p1",
                                                List.of(units(TEA, 4), units(CUPS, 1)),
                                                List.of()),
                                        inspect(
                                                "i1",
                                                accepted(TEA, 1, RESTOCK),
                                                accepted(TEA, 1, QUARANTINE),
                                                refused(TEA, 1, SEND_BACK),
                                                refused(CUPS, 1, MISSING)),
                                        plan(1, 1, "3.00"),
                                        made(1, 1, 1)));

        assertThat(view.status()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(view.version()).isEqualTo(7);
        assertThat(view.expiresAt()).isEqualTo(DEADLINE);
        assertThat(view.lines().getFirst())
                .returns(3, ReturnView.Line::quantity)
                .returns(0, ReturnView.Line::outstanding)
                .returns(2, ReturnView.Line::accepted)
                .returns(1, ReturnView.Line::sentBack)
                .returns("wrong size", ReturnView.Line::reason);
        assertThat(view.lines().getLast())
                .returns(1, ReturnView.Line::missing)
                .returns(1, ReturnView.Line::received);
        assertThat(view.parcels().getFirst().unexpected()).hasSize(1);
        assertThat(view.inspections().getFirst().lines()).hasSize(4);
        assertThat(view.fees())
                .isEqualTo(new ReturnView.Fees(new BigDecimal("1.00"), new BigDecimal("2.00")));
        assertThat(view.refund())
                .isEqualTo(
                        new ReturnView.Refund(
                                new BigDecimal("6.67"),
                                new BigDecimal("3.67"),
                                new BigDecimal("3.00"),
                                new BigDecimal("0.00"),
                                new BigDecimal("0.67"),
                                new BigDecimal("0.00")));
        assertThat(view.settlements().getFirst().status()).isEqualTo(Settlement.Status.DONE);
    }

    @Test
    void showsWhatIsSentInstead() {
        var view =
                view(
                        aReturn()
                                .givenCommands(
                                        request(ReturnKind.EXCHANGE, outbound(2, "5.00")),
                                        approve(),
                                        receive("p1", units(TEA, 3), units(CUPS, 2)),
                                        inspect(
                                                "i1",
                                                accepted(TEA, 3, RESTOCK),
                                                accepted(CUPS, 2, RESTOCK)),
                                        ReturnFixtures.plan(
                                                1,
                                                1,
                                                List.of(
                                                        exchange(1, 1, 1, "10.00"),
                                                        step(1, 1, 2, "20.00"))),
                                        made(1, 1, 1),
                                        failed(1, 1, 2)));

        assertThat(view.replacementOrderId()).isEqualTo(REPLACEMENT);
        assertThat(view.outbound().getFirst().total()).isEqualByComparingTo("10.00");
        assertThat(view.refund().exchanged()).isEqualByComparingTo("10.00");
        assertThat(view.refund().refunded()).isEqualByComparingTo("0.00");
        assertThat(view.refund().open()).isEqualByComparingTo("20.00");
        assertThat(view.settlements().getFirst())
                .returns(Settlement.Status.FAILED, ReturnView.Payback::status)
                .satisfies(payback ->
                        assertThat(payback.steps().getLast().reason()).isEqualTo("card closed"));
    }

    @Test
    void showsWhyItWasDeclinedOrCancelled() {
        assertThat(
                        view(aReturn()
                                        .givenCommands(
                                                request(ReturnKind.RETURN),
                                                new DeclineReturn(ID, "worn")))
                                .statusReason())
                .isEqualTo("worn");
        assertThat(
                        view(anApprovedReturn().givenCommands(new CancelReturn(ID, "kept it")))
                                .statusReason())
                .isEqualTo("kept it");
    }

    @Test
    void namesTheWayOfTheMoneyAsCallersDo() {
        assertThat(JSON.writeValueAsString(RefundTo.STORE_CREDIT)).isEqualTo("\"store-credit\"");
        assertThat(JSON.readValue("\"original\"", RefundTo.class)).isEqualTo(RefundTo.ORIGINAL);
    }

    @Test
    void startsWithTheRequest() {
        assertThatThrownBy(() -> ReturnView.evolve(null, new ReturnClosed(ID, ORDER), NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ReturnState.initial().evolve(new ReturnClosed(ID, ORDER)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Folds as the read model does: what is stored is JSON, and the next event goes on from it. */
    private static ReturnView view(
            Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> scenario) {
        @Nullable ReturnView view = null;
        for (ReturnEvent event : scenario.history()) {
            ReturnView next = ReturnView.evolve(view, event, NOW);
            view = JSON.readValue(JSON.writeValueAsString(next), ReturnView.class);
            assertThat(view).isEqualTo(next);
        }
        return Objects.requireNonNull(view);
    }
}
