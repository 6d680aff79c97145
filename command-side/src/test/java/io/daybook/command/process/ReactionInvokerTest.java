package io.daybook.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events are texts: the order, a dash, and what happened. */
@Timeout(20)
class ReactionInvokerTest {

    private final InMemorySequencedDeadLetterQueue<EventMessage<?>> queue =
            InMemorySequencedDeadLetterQueue.<EventMessage<?>>builder().build();
    private final ConcurrentLinkedQueue<String> handled = new ConcurrentLinkedQueue<>();

    @Test
    void reactionsToSeveralOrdersRunSideBySide() {
        var all = new CountDownLatch(3);

        handle(
                event -> {
                    all.countDown();
                    assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
                },
                "a-1",
                "b-1",
                "c-1");

        assertThat(handled).containsExactlyInAnyOrder("a-1", "b-1", "c-1");
    }

    @Test
    void reactionsToOneOrderRunInTurn() {
        handle(
                event -> {
                    if (event.equals("a-1")) {
                        Thread.sleep(Duration.ofMillis(50));
                    }
                },
                "a-1",
                "a-2",
                "a-3");

        assertThat(handled).containsExactly("a-1", "a-2", "a-3");
    }

    @Test
    void whatFailsIsParkedAndWhatFollowsItWithIt() {
        handle(failingFor("a-1"), "a-1", "b-1", "a-2");

        assertThat(handled).containsExactly("b-1");
        assertThat(parked("a")).containsExactly("a-1", "a-2");
    }

    @Test
    void whatFollowsInALaterBatchIsParkedBehindIt() {
        var invoker = invoker(failingFor("a-1"));
        handle(invoker, "a-1");

        handle(invoker, "a-2", "b-1");

        assertThat(handled).containsExactly("b-1");
        assertThat(parked("a")).containsExactly("a-1", "a-2");
    }

    @Test
    void aParkedOrderIsTriedAgainInTurnAndThenGoesOnAsUsual() {
        var invoker = invoker(failingFor("a-1"));
        handle(invoker, "a-1", "a-2");
        failing = "";

        invoker.retry(_ -> true);
        handle(invoker, "a-3");

        assertThat(handled).containsExactly("a-1", "a-2", "a-3");
        assertThat(parked("a")).isEmpty();
    }

    private volatile String failing = "";

    private Effect failingFor(String text) {
        failing = text;
        return event -> {
            if (event.equals(failing)) {
                throw new IllegalStateException("not now");
            }
        };
    }

    /** What a reaction does, in place of sending commands. */
    @FunctionalInterface
    private interface Effect {
        void of(String event) throws Exception;
    }

    private void handle(Effect effect, String... events) {
        handle(invoker(effect), events);
    }

    private ReactionInvoker invoker(Effect effect) {
        var reactions =
                new EventHandlerInvoker() {
                    @Override
                    public boolean canHandle(EventMessage<?> event, Segment segment) {
                        return true;
                    }

                    @Override
                    public void handle(EventMessage<?> event, Segment segment) throws Exception {
                        effect.of((String) event.getPayload());
                        handled.add((String) event.getPayload());
                    }
                };
        var known = mock(ParkedTable.class);
        return new ReactionInvoker(
                reactions,
                new ParkedSequences("group", queue, NoTransactionManager.instance(), known),
                event -> ((String) event.getPayload()).split("-", 2)[0],
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private static void handle(ReactionInvoker invoker, String... events) {
        List<EventMessage<String>> batch =
                Stream.of(events)
                        .<EventMessage<String>>map(
                                text -> new GenericEventMessage<>(text, Map.of()))
                        .toList();
        var unitOfWork = new BatchingUnitOfWork<>(batch);
        var result =
                unitOfWork.executeWithResult(() -> {
                    invoker.handle(unitOfWork.getMessage(), Segment.ROOT_SEGMENT);
                    return "handled";
                });
        assertThat(result.isExceptional()).isFalse();
    }

    private List<String> parked(String order) {
        return StreamSupport.stream(queue.deadLetterSequence(order).spliterator(), false)
                .map(letter -> (String) letter.message().getPayload())
                .toList();
    }
}
