package io.daybook.query.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.read.Lookup;
import io.daybook.domain.shared.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkuSumTest {

    private static final Sku TEA = new Sku("TEA-1");

    @Test
    void addsUpTheLocationsAndKeepsTheirDocumentsAsTheyAre() {
        var parts =
                List.of(
                        new SkuSum.Part(10, 2, 8, 3, "{\"location\": \"main\"}"),
                        new SkuSum.Part(5, 6, -1, 4, "{\"location\": \"shop\"}"));

        assertThat(SkuSum.of(TEA, parts))
                .isEqualTo(
                        Lookup.of(
                                "{\"sku\":\"TEA-1\",\"onHand\":15,\"reserved\":8,\"available\":7,"
                                        + "\"locations\":[{\"location\": \"main\"},{\"location\": \"shop\"}]}",
                                7));
    }

    @Test
    void aSkuWithoutAnItemIsUnknown() {
        assertThat(SkuSum.of(TEA, List.of())).isEqualTo(Lookup.NOTHING);
    }
}
