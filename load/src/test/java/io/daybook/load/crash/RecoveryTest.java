package io.daybook.load.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<Recovery> recoveries =
            List.of(new Recovery(Fault.KILL_DATABASE, 10 * SECOND, 12 * SECOND, 16 * SECOND, true));

    @Test
    void aReadyInTimePasses() {
        assertThat(Recovery.late(recoveries, 1)).isEmpty();
    }

    @Test
    void aLateReadyIsFound() {
        assertThat(Recovery.late(recoveries, 0.5)).hasSize(1);
    }

    @Test
    void aReadMayFailUntilTheLimit() {
        assertThat(Recovery.lateReads(recoveries, List.of(failure(17)), 1)).isEmpty();
    }

    @Test
    void aReadThatFailsLaterIsFound() {
        assertThat(Recovery.lateReads(recoveries, List.of(failure(18)), 1))
                .singleElement()
                .asString()
                .contains("6000 ms after");
    }

    @Test
    void aReadThatFailsBeforeAnyFaultIsFound() {
        assertThat(Recovery.lateReads(recoveries, List.of(failure(9)), 1)).hasSize(1);
    }

    @Test
    void aFaultThatNobodyNoticedIsFound() {
        assertThat(Recovery.unfelt(recoveries)).isEmpty();
        assertThat(Recovery.unfelt(List.of(new Recovery(Fault.FILL_DISK, 1, 2, 3, false))))
                .singleElement()
                .asString()
                .contains("FILL_DISK");
    }

    private static Reader.Failure failure(long second) {
        return new Reader.Failure(second * SECOND, second * SECOND, "/orders: 503");
    }
}
