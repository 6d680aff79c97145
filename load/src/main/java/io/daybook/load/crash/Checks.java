package io.daybook.load.crash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All checks of a test, each with what it found; nothing found is what is hoped for. */
final class Checks {

    private Checks() {}

    static Map<String, List<String>> of(Evidence evidence) {
        var found = new LinkedHashMap<String, List<String>>();
        found.put("all-answered", LogChecks.unanswered(evidence));
        found.put("acknowledged-once", LogChecks.lostOrDoubled(evidence));
        found.put("same-answer-to-same-key", LogChecks.differingAnswers(evidence));
        found.put("log-whole", LogChecks.gaps(evidence));
        found.put("never-oversold", StockChecks.oversold(evidence));
        found.put("stock-adds-up", StockChecks.differences(evidence));
        found.put("read-models-equal-rebuild", ReadModelChecks.differences(evidence));
        found.put("read-models-complete", ReadModelChecks.behindTheLog(evidence));
        found.put("no-process-lost", ProcessChecks.stuck(evidence));
        found.put("money-adds-up", ProcessChecks.money(evidence));
        found.put("no-internal-error", evidence.faults());
        return found;
    }
}
