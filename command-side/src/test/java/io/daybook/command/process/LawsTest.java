package io.daybook.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.daybook.domain.inventory.ReservationCommitted;
import io.daybook.domain.inventory.ReservationReduced;
import io.daybook.domain.inventory.ReservationReleased;
import io.daybook.domain.inventory.StockCounted;
import io.daybook.domain.inventory.StockRestocked;
import io.daybook.domain.order.AllocationFailed;
import io.daybook.domain.order.ChangeApplied;
import io.daybook.domain.order.ChangeFailed;
import io.daybook.domain.order.ChangeWithdrawn;
import io.daybook.domain.order.HoldReleased;
import io.daybook.domain.order.LatePaymentRecorded;
import io.daybook.domain.order.LinesShipped;
import io.daybook.domain.order.OrderCancelled;
import io.daybook.domain.order.OrderCompleted;
import io.daybook.domain.order.OrderConfirmed;
import io.daybook.domain.order.OrderExpired;
import io.daybook.domain.order.OrderRefundGranted;
import io.daybook.domain.order.OrderRejected;
import io.daybook.domain.order.OrderReturnEnded;
import io.daybook.domain.order.SurplusFound;
import io.daybook.domain.payment.AuthorisationExpired;
import io.daybook.domain.payment.CaptureFailed;
import io.daybook.domain.payment.DisputeClosed;
import io.daybook.domain.payment.OfflinePaymentRecorded;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.payment.PaymentVoided;
import io.daybook.domain.payment.ProviderOutcomeUnknown;
import io.daybook.domain.payment.RefundFailed;
import io.daybook.domain.payment.VoidFailed;
import io.daybook.domain.returns.ReplacementRequested;
import io.daybook.domain.returns.ReturnCancelled;
import io.daybook.domain.returns.ReturnDeclined;
import io.daybook.domain.returns.ReturnExpired;
import io.daybook.domain.returns.ReturnRefundMade;
import io.daybook.domain.returns.ReturnSettled;
import io.daybook.domain.storecredit.StoreCreditGivenBack;
import io.daybook.domain.storecredit.StoreCreditGranted;
import io.daybook.domain.storecredit.StoreCreditReleased;
import io.daybook.domain.storecredit.StoreCreditSpent;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Laws of units and of money under random stories: commands in any order and twice, reactions late,
 * again and cut short, a provider that is late, lost or contradicts nothing but its own silence.
 *
 * <p>{@code -Ddaybook.laws.commands=10000000} tells more stories, {@code -Ddaybook.laws.seed=42}
 * begins with another one; a story that ends badly is printed with its seed, as short as it can be
 * made.
 */
class LawsTest {

    private static final int STEPS = 300;

    /** Stories in which one of these never happens prove nothing about it. */
    private static final List<Class<?>> TOLD_OF =
            List.of(
                    AllocationFailed.class,
                    OrderConfirmed.class,
                    OrderRejected.class,
                    OrderCancelled.class,
                    LatePaymentRecorded.class,
                    LinesShipped.class,
                    OrderCompleted.class,
                    OrderReturnEnded.class,
                    OrderRefundGranted.class,
                    HoldReleased.class,
                    ReservationReleased.class,
                    ReservationReduced.class,
                    ReservationCommitted.class,
                    StockCounted.class,
                    PaymentVoided.class,
                    PaymentRefunded.class,
                    ProviderOutcomeUnknown.class,
                    CaptureFailed.class,
                    RefundFailed.class,
                    VoidFailed.class,
                    ChangeApplied.class,
                    ChangeFailed.class,
                    ChangeWithdrawn.class,
                    OrderExpired.class,
                    SurplusFound.class,
                    StockRestocked.class,
                    AuthorisationExpired.class,
                    DisputeClosed.class,
                    OfflinePaymentRecorded.class,
                    ReplacementRequested.class,
                    ReturnCancelled.class,
                    ReturnDeclined.class,
                    ReturnExpired.class,
                    ReturnRefundMade.class,
                    ReturnSettled.class,
                    StoreCreditGivenBack.class,
                    StoreCreditGranted.class,
                    StoreCreditReleased.class,
                    StoreCreditSpent.class);

    @Test
    void noStoryBreaksALaw() {
        long seed = Long.getLong("daybook.laws.seed", 1);
        long wanted = Long.getLong("daybook.laws.commands", 120_000);
        long commands = 0;
        long stories = 0;
        var events = new HashMap<Class<?>, Integer>();
        while (commands < wanted) {
            Story story = Story.random(seed + stories, STEPS);
            Story.Ending ending = story.tell();
            if (ending.isBad()) {
                report(seed + stories, story);
            }
            commands += ending.commands();
            ending.events().forEach((event, times) -> events.merge(event, times, Integer::sum));
            stories++;
        }

        assertThat(events.keySet()).containsAll(TOLD_OF);
    }

    private static void report(long seed, Story story) {
        Story.Ending ending = story.shrunk().tell();
        fail(
                "The story of seed %d ends badly: %s%n%nThe shortest that does, again with"
                        + " -Ddaybook.laws.seed=%d:%n%s",
                seed, ending.brokenLaw(), seed, String.join(System.lineSeparator(), ending.told()));
    }
}
