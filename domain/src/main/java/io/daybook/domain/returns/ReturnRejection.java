package io.daybook.domain.returns;

import io.daybook.domain.message.Rejection;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.ReturnId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a return refuses a command. */
public sealed interface ReturnRejection extends Rejection {

    record UnknownReturn(ReturnId returnId) implements ReturnRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String detail() {
            return "There is no return with this id.";
        }
    }

    /** The same return id was used for another return. */
    record ReturnDiffers(ReturnId returnId) implements ReturnRejection {
        @Override
        public String code() {
            return "return-differs";
        }

        @Override
        public String detail() {
            return "A return with this id was requested with other content.";
        }
    }

    /** A command in the wrong state is refused, never ignored. */
    record WrongStatus(String command, ReturnStatus status) implements ReturnRejection {
        @Override
        public String code() {
            return "wrong-return-status";
        }

        @Override
        public String detail() {
            return "%s is not possible while the return is %s.".formatted(command, status);
        }
    }

    /** Goods that were judged, and perhaps paid for, cannot be called off. */
    record AlreadyInspected(ReturnId returnId) implements ReturnRejection {
        @Override
        public String code() {
            return "already-inspected";
        }

        @Override
        public String detail() {
            return "Units of the return were judged already: it cannot be called off any more.";
        }
    }

    record UnknownLine(LineId lineId) implements ReturnRejection {
        @Override
        public String code() {
            return "unknown-line";
        }

        @Override
        public String detail() {
            return "The return has no line %s.".formatted(lineId);
        }
    }

    /** Too long ago for a return. */
    record WindowClosed(LineId lineId, long requested, int returnable) implements ReturnRejection {
        @Override
        public String code() {
            return "return-window-closed";
        }

        @Override
        public String detail() {
            return "%d units of line %s were to be returned, the time to return is over for all but %d."
                    .formatted(requested, lineId, returnable);
        }
    }

    record CurrencyDiffers(String requested, String currency) implements ReturnRejection {
        @Override
        public String code() {
            return "currency-differs";
        }

        @Override
        public String detail() {
            return "The amount is in %s, the return in %s.".formatted(requested, currency);
        }
    }

    record FeesTooLarge(Money fees, Money paid) implements ReturnRejection {
        @Override
        public String code() {
            return "fees-too-large";
        }

        @Override
        public String detail() {
            return "Fees of %s are more than the %s that were paid.".formatted(fees, paid);
        }
    }

    /** The id of a parcel or an inspection was used for another one. */
    record IdReused(String what, String id) implements ReturnRejection {
        @Override
        public String code() {
            return "id-reused";
        }

        @Override
        public String detail() {
            return "The %s %s was reported before with other content.".formatted(what, id);
        }
    }

    record NoGoodsExpected(ReturnId returnId) implements ReturnRejection {
        @Override
        public String code() {
            return "no-goods-expected";
        }

        @Override
        public String detail() {
            return "This is a claim: nothing comes back.";
        }
    }

    /** Invariant 2 of returns: nothing is paid for that did not arrive. */
    record ExceedsReceived(LineId lineId, long requested, int open) implements ReturnRejection {
        @Override
        public String code() {
            return "exceeds-received";
        }

        @Override
        public String detail() {
            return "%d units of line %s were to be inspected, %d are here and not inspected yet."
                    .formatted(requested, lineId, open);
        }
    }

    record ExceedsAnnounced(LineId lineId, long missing, int open) implements ReturnRejection {
        @Override
        public String code() {
            return "exceeds-announced";
        }

        @Override
        public String detail() {
            return "%d units of line %s were reported missing, %d can be."
                    .formatted(missing, lineId, open);
        }
    }

    /** Refused units are never sold, and nobody pays for units that are missing or sent back. */
    record DispositionContradicts(LineId lineId, Disposition disposition, boolean accepted)
            implements ReturnRejection {
        @Override
        public String code() {
            return "disposition-contradicts";
        }

        @Override
        public String detail() {
            return "Units of line %s that are %s cannot be %s."
                    .formatted(lineId, accepted ? "accepted" : "refused", disposition);
        }
    }

    record UnknownSettlement(int settlement) implements ReturnRejection {
        @Override
        public String code() {
            return "unknown-settlement";
        }

        @Override
        public String detail() {
            return "The return has no settlement %d.".formatted(settlement);
        }
    }

    /** Invariant 2 of returns: never more goes back than is due. */
    record ExceedsDue(Money planned, Money open) implements ReturnRejection {
        @Override
        public String code() {
            return "exceeds-due";
        }

        @Override
        public String detail() {
            return "%s was to be paid back, %s is open.".formatted(planned, open);
        }
    }

    record UnknownOperation(String operationId) implements ReturnRejection {
        @Override
        public String code() {
            return "unknown-operation";
        }

        @Override
        public String detail() {
            return "No settlement of the return has a step %s.".formatted(operationId);
        }
    }

    /** It is too early to expire. */
    record NotDue(@Nullable Instant dueAt) implements ReturnRejection {
        @Override
        public String code() {
            return "not-due";
        }

        @Override
        public String detail() {
            return dueAt == null
                    ? "The return does not expire."
                    : "The return expires at %s.".formatted(dueAt);
        }
    }
}
