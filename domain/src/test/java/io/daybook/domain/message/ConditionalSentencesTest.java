package io.daybook.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.LotNumber;
import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.SerialPlace;
import io.daybook.domain.inventory.StockFixtures;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.order.FulfilmentRejection;
import io.daybook.domain.returns.Disposition;
import io.daybook.domain.returns.ReturnRejection;
import io.daybook.domain.shared.LineId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not known is not told. */
class ConditionalSentencesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final LotNumber LOT = new LotNumber("a");
    private static final SerialNumber SERIAL = new SerialNumber("s1");

    static Stream<Arguments> sentences() {
        return Stream.concat(ofStock(), ofOthers());
    }

    private static Stream<Arguments> ofStock() {
        return Stream.of(
                says(
                        new StockRejection.InsufficientStock(StockFixtures.TEA, 3, 2, 0),
                        "3 of SKU TEA-1 were requested at location main, 2 are available."),
                says(
                        new StockRejection.InsufficientStock(StockFixtures.TEA, 4, 2, 1),
                        "4 of SKU TEA-1 were requested at location main, 2 are available and 1 may"
                                + " be backordered."),
                says(
                        new StockRejection.PromisedStock(-4, 3),
                        "Available would become -4, below the limit of -3: release reservations"
                                + " first."),
                says(
                        new StockRejection.Backordered(5, 2, null),
                        "2 of the 5 open units are not there yet."),
                says(
                        new StockRejection.Backordered(5, 2, DAY),
                        "2 of the 5 open units are not there yet; they are promised for"
                                + " 2026-03-01."),
                says(
                        new StockRejection.NotDue(null),
                        "The reservation does not end before it is released or committed."),
                says(
                        new StockRejection.NotDue(NOON),
                        "The reservation does not end before 2026-03-01T12:00:00Z."),
                says(
                        new StockRejection.NotAnExtension(null, NOON),
                        "The reservation holds until it is released or committed, which is not"
                                + " before 2026-03-01T12:00:00Z."),
                says(
                        new StockRejection.NotAnExtension(NOON.plusSeconds(1), NOON),
                        "The reservation holds until 2026-03-01T12:00:01Z, which is not before"
                                + " 2026-03-01T12:00:00Z."),
                says(
                        new LotRejection.LotDiffers(LOT, null),
                        "Lot a is known here and does not expire."),
                says(
                        new LotRejection.LotDiffers(LOT, DAY),
                        "Lot a is known here and expires on 2026-03-01."),
                says(
                        new LotRejection.SerialNotInStock(SERIAL, null),
                        "Serial s1 is not in stock here."),
                says(
                        new LotRejection.SerialNotInStock(SERIAL, SerialPlace.WRITTEN_OFF),
                        "Serial s1 is not in stock here but written off."));
    }

    private static Stream<Arguments> ofOthers() {
        var line = new LineId("1");
        return Stream.of(
                says(new FulfilmentRejection.NotDue(null), "The order does not expire."),
                says(
                        new FulfilmentRejection.NotDue(NOON),
                        "The order expires at 2026-03-01T12:00:00Z."),
                says(new ReturnRejection.NotDue(null), "The return does not expire."),
                says(
                        new ReturnRejection.NotDue(NOON),
                        "The return expires at 2026-03-01T12:00:00Z."),
                says(
                        new ReturnRejection.DispositionContradicts(
                                line, Disposition.SEND_BACK, true),
                        "Units of line 1 that are accepted cannot be SEND_BACK."),
                says(
                        new ReturnRejection.DispositionContradicts(
                                line, Disposition.RESTOCK, false),
                        "Units of line 1 that are refused cannot be RESTOCK."));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void theSentenceSaysWhatIsKnown(Rejection rejection, String sentence) {
        assertThat(rejection.detail()).isEqualTo(sentence);
    }

    private static Arguments says(Rejection rejection, String sentence) {
        return Arguments.of(rejection, sentence);
    }
}
