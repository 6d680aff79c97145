package io.daybook.load.crash;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Everything that the checks look at.
 *
 * @param ledger by key, in the order of sending
 * @param log all events of the test's tenant in order
 * @param before the read models as the load left them
 * @param rebuilt the same after they were built again from the log
 * @param parked events and reactions that were put aside and did not succeed since
 * @param faults answers that no caller should ever get
 */
record Evidence(
        Map<String, Ledger.Entry> ledger,
        List<Event> log,
        ReadModels before,
        ReadModels rebuilt,
        long parked,
        List<String> faults) {

    /**
     * One event, cut down to what is compared.
     *
     * @param quantity 0 where there is none
     * @param reservationId empty where there is none
     * @param commandKey the request id
     */
    record Event(
            long position,
            String entityType,
            String entityId,
            long version,
            String type,
            String actor,
            String commandKey,
            long quantity,
            String reservationId) {

        /** Set off by a caller, and not by a process that reacted to something. */
        boolean isCallers() {
            return !actor.startsWith("process:");
        }
    }

    /** The documents, parsed, in the order of their lists. */
    record ReadModels(List<JsonNode> orders, List<JsonNode> stock, List<JsonNode> payments) {}
}
