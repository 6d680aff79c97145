package io.daybook.domain.returns;

import io.daybook.domain.shared.Money;

/**
 * One line of a return, and what became of its units.
 *
 * @param received came back; without those that turned out not to be there
 * @param waived need not come back
 * @param missing announced, and not there
 * @param lapsed not sent in time
 * @param accepted paid back
 * @param kept refused, and not sent back either
 * @param sentBack refused, and the customer's again
 */
record LineUnits(
        ReturnLine line,
        int received,
        int waived,
        int missing,
        int lapsed,
        int accepted,
        int kept,
        int sentBack) {

    static LineUnits of(ReturnLine line) {
        return new LineUnits(line, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Units that are still to come. */
    int outstanding() {
        return line.quantity() - received - waived - missing - lapsed;
    }

    /** Units that are here, and nobody has looked at yet. */
    int uninspected() {
        return received + waived - accepted - kept - sentBack;
    }

    /** Units that can never be returned again. */
    int returned() {
        return accepted + kept;
    }

    /** What the customer paid for the accepted units. */
    Money value() {
        return line.paid().share(accepted, line.quantity());
    }

    LineUnits receive(int units) {
        return new LineUnits(
                line, received + units, waived, missing, lapsed, accepted, kept, sentBack);
    }

    /** Nobody waits for these units any more. */
    LineUnits lapse() {
        return new LineUnits(
                line, received, waived, missing, lapsed + outstanding(), accepted, kept, sentBack);
    }

    /** All units are paid back without having come back. */
    LineUnits waive() {
        int units = outstanding();
        return new LineUnits(
                line, received, waived + units, missing, lapsed, accepted + units, kept, sentBack);
    }

    LineUnits inspect(InspectedUnits units) {
        int n = units.quantity();
        return switch (units.disposition()) {
            case MISSING -> miss(n);
            case SEND_BACK -> judged(0, 0, n);
            case RESTOCK, RESTOCK_B_GRADE -> judged(n, 0, 0);
            case QUARANTINE, SCRAP -> units.accepted() ? judged(n, 0, 0) : judged(0, n, 0);
        };
    }

    /** What never came is missed first; then what was counted at the gate and was not inside. */
    private LineUnits miss(int units) {
        int gone = Math.max(0, units - outstanding());
        return new LineUnits(
                line, received - gone, waived, missing + units, lapsed, accepted, kept, sentBack);
    }

    private LineUnits judged(int more, int moreKept, int moreBack) {
        return new LineUnits(
                line,
                received,
                waived,
                missing,
                lapsed,
                accepted + more,
                kept + moreKept,
                sentBack + moreBack);
    }
}
