package io.daybook.domain.storecredit;

import io.daybook.domain.message.Rejection;
import io.daybook.domain.shared.Money;

/** Why a store credit account refuses a command. */
public sealed interface StoreCreditRejection extends Rejection {

    record InsufficientCredit(Money requested, Money available) implements StoreCreditRejection {
        @Override
        public String code() {
            return "insufficient-store-credit";
        }

        @Override
        public String detail() {
            return "%s were to be set aside, %s are available.".formatted(requested, available);
        }
    }

    /** The same grant or payment was used with another amount. */
    record CreditDiffers(String id) implements StoreCreditRejection {
        @Override
        public String code() {
            return "store-credit-differs";
        }

        @Override
        public String detail() {
            return "%s is known with another amount.".formatted(id);
        }
    }

    /** Never more spent than was set aside for the payment. */
    record ExceedsHold(Money requested, Money held) implements StoreCreditRejection {
        @Override
        public String code() {
            return "exceeds-hold";
        }

        @Override
        public String detail() {
            return "%s were to be spent, %s are set aside.".formatted(requested, held);
        }
    }

    /** Never more given back than the payment spent. */
    record ExceedsSpent(Money requested, Money spent) implements StoreCreditRejection {
        @Override
        public String code() {
            return "exceeds-spent";
        }

        @Override
        public String detail() {
            return "%s were to be given back, %s are spent.".formatted(requested, spent);
        }
    }

    record CurrencyDiffers(String requested, String currency) implements StoreCreditRejection {
        @Override
        public String code() {
            return "currency-mismatch";
        }

        @Override
        public String detail() {
            return "The account is in %s, not %s.".formatted(currency, requested);
        }
    }
}
