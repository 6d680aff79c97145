package io.daybook.command.process;

import io.daybook.command.process.SimulatedProvider.Mood;
import java.time.Duration;
import java.util.List;

/** What can happen next in a story. The numbers of a step choose the details. */
enum Move {
    PLACE_ORDER(7, Callers::place),
    CANCEL_ORDER(2, Callers::cancel),
    CANCEL_LINES(3, Callers::cancelLines),
    SHIP(14, Callers::ship),
    DELIVER(6, Callers::deliver),
    FAIL_DELIVERY(1, Callers::failDelivery),
    HOLD(1, Callers::hold),
    RELEASE_HOLD(4, Callers::releaseHold),
    CLOSE_OR_ARCHIVE(1, Callers::putAway),
    REMARK_OR_TRANSFER(1, Callers::remark),
    REQUEST_RETURN(8, ReturnDesk::request),
    DECIDE_RETURN(7, ReturnDesk::decide),
    RECEIVE_RETURN(10, ReturnDesk::receive),
    INSPECT_RETURN(10, ReturnDesk::inspect),
    END_RETURN(6, ReturnDesk::end),
    HAND_REFUND_OVER(1, ReturnDesk::handOver),
    GRANT_CREDIT(2, ReturnDesk::grantCredit),
    PROPOSE_CHANGE(4, ChangeDesk::propose),
    APPLY_CHANGE(5, ChangeDesk::apply),
    WITHDRAW_CHANGE(1, ChangeDesk::withdraw),
    EXPIRE_ORDER(2, ChangeDesk::expireOrder),
    EXPIRE_AUTHORISATION(2, ChangeDesk::expireAuthorisation),
    OPEN_DISPUTE(2, ChangeDesk::openDispute),
    CLOSE_DISPUTE(2, ChangeDesk::closeDispute),
    RECEIVE_STOCK(6, Shelves::receive),
    ADJUST_STOCK(2, Shelves::adjust),
    COUNT_STOCK(2, Shelves::count),
    SET_POLICY(1, Shelves::setPolicy),
    SET_ASIDE_OR_WRITE_OFF(3, Shelves::setAside),
    TRANSFER(3, Shelves::transfer),
    RECEIVE_TRANSFER(3, Shelves::receiveTransfer),
    EXPIRE_RESERVATION(2, Shelves::expire),
    RESERVE_BY_HAND(2, Shelves::reserve),
    END_RESERVATION_BY_HAND(2, Shelves::endReservation),
    PAY_BY_HAND(1, Callers::pay),
    CAPTURE_BY_HAND(2, Callers::capture),
    GIVE_BACK_BY_HAND(3, Callers::giveBack),
    REACT(40, (s, a, _, _) -> s.react(s.orderProcess(), a, 0, false)),
    REACT_AND_DIE(6, (s, a, b, c) -> s.react(s.orderProcess(), a, 1 + b % 3, c % 2 == 0)),
    REACT_AGAIN(3, (s, a, b, _) -> s.orderProcess().rewind(a, 1 + b % 5)),
    CALL_PROVIDER(20, (s, a, _, _) -> s.react(s.paymentProvider(), a, 0, false)),
    CALL_PROVIDER_AND_DIE(3, (s, a, _, c) -> s.react(s.paymentProvider(), a, 1, c % 2 == 0)),
    CALL_PROVIDER_AGAIN(2, (s, a, b, _) -> s.paymentProvider().rewind(a, 1 + b % 3)),
    PROVIDER_FEELS(
            6,
            (s, a, _, _) ->
                    s.provider().feels(List.of(Mood.values()).get(a % Mood.values().length))),
    PROVIDER_CALLS_BACK(3, (s, a, _, _) -> s.callBack(a)),
    EVERYTHING_REACTS(3, (s, _, _, _) -> s.reactToEverything()),
    TIME_PASSES(2, (s, a, _, _) -> s.pass(Duration.ofSeconds(10L * (a % 20))));

    private final int weight;

    @SuppressWarnings("ImmutableEnumChecker") // the effects keep nothing
    private final Effect effect;

    /** What a move does, given three numbers from 0 upwards. */
    interface Effect {
        void on(Simulation simulation, int a, int b, int c);
    }

    Move(int weight, Effect effect) {
        this.weight = weight;
        this.effect = effect;
    }

    /** How often it is chosen, beside the others. */
    int weight() {
        return weight;
    }

    void on(Simulation simulation, int a, int b, int c) {
        effect.on(simulation, a, b, c);
    }
}
