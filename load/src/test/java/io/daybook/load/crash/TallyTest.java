package io.daybook.load.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally(2);

    @Test
    void theLoadLastsUntilTheFaultsAreOver() {
        for (int i = 0; i < 5; i++) {
            assertThat(tally.take()).isTrue();
        }
        tally.undisturbed();
        assertThat(tally.take()).isFalse();
        assertThat(tally.taken()).isEqualTo(5);
    }

    @Test
    void everyCommandIsHandedOutThoughTheFaultsAreOver() {
        tally.undisturbed();
        assertThat(tally.take()).isTrue();
        assertThat(tally.take()).isTrue();
        assertThat(tally.take()).isFalse();
        assertThat(tally.taken()).isEqualTo(2);
    }
}
