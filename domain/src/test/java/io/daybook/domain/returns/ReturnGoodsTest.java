package io.daybook.domain.returns;

import static io.daybook.domain.returns.Disposition.MISSING;
import static io.daybook.domain.returns.Disposition.QUARANTINE;
import static io.daybook.domain.returns.Disposition.RESTOCK;
import static io.daybook.domain.returns.Disposition.RESTOCK_B_GRADE;
import static io.daybook.domain.returns.Disposition.SCRAP;
import static io.daybook.domain.returns.Disposition.SEND_BACK;
import static io.daybook.domain.returns.ReturnFixtures.CUPS;
import static io.daybook.domain.returns.ReturnFixtures.ID;
import static io.daybook.domain.returns.ReturnFixtures.ORDER;
import static io.daybook.domain.returns.ReturnFixtures.TEA;
import static io.daybook.domain.returns.ReturnFixtures.aReturn;
import static io.daybook.domain.returns.ReturnFixtures.accepted;
import static io.daybook.domain.returns.ReturnFixtures.anApprovedReturn;
import static io.daybook.domain.returns.ReturnFixtures.approve;
import static io.daybook.domain.returns.ReturnFixtures.eur;
import static io.daybook.domain.returns.ReturnFixtures.inspect;
import static io.daybook.domain.returns.ReturnFixtures.line;
import static io.daybook.domain.returns.ReturnFixtures.receive;
import static io.daybook.domain.returns.ReturnFixtures.refused;
import static io.daybook.domain.returns.ReturnFixtures.request;
import static io.daybook.domain.returns.ReturnFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes back, and what becomes of it. */
class ReturnGoodsTest {

    private static final LineId OTHER = new LineId("9");

    @Test
    void r04_goods_come_back_in_several_parcels() {
        var first = anApprovedReturn().givenCommands(receive("p1", units(TEA, 2)));

        assertThat(status(first)).isEqualTo(ReturnStatus.PARTLY_RECEIVED);
        first.when(receive("p2", units(TEA, 1), units(CUPS, 2)))
                .thenEvents(
                        new ReturnReceived(
                                ID,
                                ORDER,
                                "p2",
                                List.of(units(TEA, 1), units(CUPS, 2)),
                                List.of(),
                                List.of(units(TEA, 3), units(CUPS, 2))));
        var both = first.givenCommands(receive("p2", units(TEA, 1), units(CUPS, 2)));
        assertThat(status(both)).isEqualTo(ReturnStatus.RECEIVED);
    }

    @Test
    void theSameParcelTwiceIsOneParcel() {
        var received =
                anApprovedReturn()
                        .givenCommands(
                                new ReceiveReturn(
                                        ID,
                                        "p1",
                                        List.of(units(TEA, 2), units(TEA, 2)),
                                        List.of(aHat())));

        received.when(new ReceiveReturn(ID, "p1", List.of(units(TEA, 4)), List.of(aHat())))
                .thenNothingChanges();
        received.when(receive("p1", units(TEA, 4)))
                .thenRefused(new ReturnRejection.IdReused("parcel", "p1"));
        received.when(new ReceiveReturn(ID, "p1", List.of(units(TEA, 3)), List.of(aHat())))
                .thenRefused(new ReturnRejection.IdReused("parcel", "p1"));
    }

    @Test
    void whatNobodyAnnouncedIsOnRecordAndCountsForNothing() {
        var parcel = new ReceiveReturn(ID, "p1", List.of(units(TEA, 4)), List.of(aHat()));
        var received = anApprovedReturn();

        received.when(parcel)
                .thenEvents(
                        new ReturnReceived(
                                ID,
                                ORDER,
                                "p1",
                                List.of(units(TEA, 3)),
                                List.of(new UnexpectedItem(TEA, new Sku("TEA-1"), 1, null), aHat()),
                                List.of(units(TEA, 3))));
        received.givenCommands(parcel);
        received.when(inspect("i1", accepted(TEA, 4, RESTOCK)))
                .thenRefused(new ReturnRejection.ExceedsReceived(TEA, 4, 3));
        received.when(receive("p2", units(TEA, 1)))
                .thenEvents(
                        new ReturnReceived(
                                ID,
                                ORDER,
                                "p2",
                                List.of(),
                                List.of(new UnexpectedItem(TEA, new Sku("TEA-1"), 1, null)),
                                List.of(units(TEA, 3))));
    }

    @Test
    void aLineThatIsNotReturnedIsNeitherReceivedNorInspected() {
        anApprovedReturn()
                .when(receive("p1", units(OTHER, 1)))
                .thenRefused(new ReturnRejection.UnknownLine(OTHER));
        anApprovedReturn()
                .when(inspect("i1", accepted(OTHER, 1, RESTOCK)))
                .thenRefused(new ReturnRejection.UnknownLine(OTHER));
    }

    @Test
    void r08_goods_are_received_without_a_refund() {
        var received = anApprovedReturn().givenCommands(receive("p1", units(TEA, 3)));

        assertThat(((ReturnState.Requested) received.state()).ledger().settlements()).isEmpty();
        received.when(inspect("i1", refused(TEA, 3, SEND_BACK)))
                .thenEvents(inspected("i1", 1, refused(TEA, 3, SEND_BACK)), due(1, "0.00"));
    }

    @Test
    void r09_damaged_units_may_be_paid_back_without_being_restocked() {
        var received = anApprovedReturn().givenCommands(receive("p1", units(CUPS, 2)));

        received.when(inspect("i1", accepted(CUPS, 1, SCRAP), refused(CUPS, 1, SCRAP)))
                .thenEvents(
                        inspected("i1", 1, accepted(CUPS, 1, SCRAP), refused(CUPS, 1, SCRAP)),
                        due(1, "10.00"));
    }

    @Test
    void r14_refused_units_are_neither_restocked_nor_paid_back() {
        var received = anApprovedReturn().givenCommands(receive("p1", units(TEA, 3)));

        for (Disposition disposition : List.of(RESTOCK, RESTOCK_B_GRADE)) {
            received.when(inspect("i1", refused(TEA, 1, disposition)))
                    .thenRefused(
                            new ReturnRejection.DispositionContradicts(TEA, disposition, false));
        }
        for (Disposition disposition : List.of(SEND_BACK, MISSING)) {
            received.when(inspect("i1", accepted(TEA, 1, disposition)))
                    .thenRefused(
                            new ReturnRejection.DispositionContradicts(TEA, disposition, true));
        }
        received.when(inspect("i1", refused(TEA, 2, SEND_BACK), refused(TEA, 1, QUARANTINE)))
                .thenEvents(
                        inspected("i1", 1, refused(TEA, 2, SEND_BACK), refused(TEA, 1, QUARANTINE)),
                        due(1, "0.00"));
    }

    @Test
    void r07_accepted_units_go_where_the_inspection_says() {
        var elsewhere = new Location("workshop");
        var torn =
                new InspectedUnits(
                        TEA, 1, QUARANTINE, true, elsewhere, "L1", List.of("S1"), "torn box");
        var received =
                anApprovedReturn().givenCommands(receive("p1", units(TEA, 3), units(CUPS, 2)));
        var events =
                received.when(
                                inspect(
                                        "i1",
                                        accepted(TEA, 1, RESTOCK),
                                        accepted(TEA, 1, RESTOCK_B_GRADE),
                                        torn,
                                        accepted(CUPS, 1, SCRAP),
                                        refused(CUPS, 1, QUARANTINE)))
                        .events();

        var main = new Location("main");
        assertThat(((ReturnInspected) events.getFirst()).restocks())
                .containsExactly(
                        new Restock(new Sku("TEA-1"), main, 1, false, null, List.of()),
                        new Restock(new Sku("TEA-1-B"), main, 1, false, null, List.of()),
                        new Restock(new Sku("TEA-1"), elsewhere, 1, true, "L1", List.of("S1")));
    }

    @Test
    void r03_nothing_is_judged_twice() {
        var received =
                anApprovedReturn()
                        .givenCommands(
                                receive("p1", units(TEA, 3)),
                                inspect("i1", accepted(TEA, 2, RESTOCK)));

        received.when(inspect("i1", accepted(TEA, 2, RESTOCK))).thenNothingChanges();
        received.when(inspect("i1", accepted(TEA, 1, RESTOCK)))
                .thenRefused(new ReturnRejection.IdReused("inspection", "i1"));
        received.when(inspect("i2", accepted(TEA, 1, RESTOCK), accepted(TEA, 1, SCRAP)))
                .thenRefused(new ReturnRejection.ExceedsReceived(TEA, 2, 1));
    }

    @Test
    void missingUnitsNeverCameOrWereNotInside() {
        var received = anApprovedReturn().givenCommands(receive("p1", units(TEA, 2)));

        received.when(inspect("i1", accepted(TEA, 1, RESTOCK), refused(TEA, 3, MISSING)))
                .thenRefused(new ReturnRejection.ExceedsAnnounced(TEA, 3, 2));
        received.givenCommands(inspect("i1", accepted(TEA, 1, RESTOCK), refused(TEA, 2, MISSING)));

        assertThat(line(received, TEA))
                .returns(1, LineUnits::received)
                .returns(2, LineUnits::missing)
                .returns(0, LineUnits::outstanding)
                .returns(0, LineUnits::uninspected)
                .returns(1, LineUnits::returned);
    }

    @Test
    void nothingComesBackForAClaim() {
        var claim = aReturn().givenCommands(request(ReturnKind.CLAIM), approve());

        claim.when(receive("p1", units(TEA, 1)))
                .thenRefused(new ReturnRejection.NoGoodsExpected(ID));
        claim.when(inspect("i1", accepted(TEA, 1, RESTOCK)))
                .thenRefused(new ReturnRejection.NoGoodsExpected(ID));
    }

    @Test
    void goodsAreNotReceivedOrInspectedBeforeTheReturnIsApproved() {
        var requested = aReturn().givenCommands(request(ReturnKind.RETURN));

        requested
                .when(receive("p1", units(TEA, 1)))
                .thenRefused(
                        new ReturnRejection.WrongStatus("ReceiveReturn", ReturnStatus.REQUESTED));
        requested
                .when(inspect("i1", accepted(TEA, 1, RESTOCK)))
                .thenRefused(
                        new ReturnRejection.WrongStatus("InspectReturn", ReturnStatus.REQUESTED));
    }

    private static UnexpectedItem aHat() {
        return new UnexpectedItem(null, new Sku("HAT-1"), 1, "not ours");
    }

    /** An inspection after which nothing is restocked. */
    private static ReturnInspected inspected(String id, int settlement, InspectedUnits... lines) {
        return new ReturnInspected(ID, ORDER, id, settlement, List.of(lines), List.of());
    }

    private static ReturnSettlementDue due(int settlement, String amount) {
        return new ReturnSettlementDue(
                ID, ORDER, settlement, 1, RefundTo.ORIGINAL, eur(amount), eur("0.00"), null);
    }

    private static LineUnits line(
            Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> scenario,
            LineId line) {
        return ((ReturnState.Requested) scenario.state()).ledger().line(line).orElseThrow();
    }

    private static ReturnStatus status(
            Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> scenario) {
        return ((ReturnState.Requested) scenario.state()).status();
    }
}
