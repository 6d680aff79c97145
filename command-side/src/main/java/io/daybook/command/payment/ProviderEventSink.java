package io.daybook.command.payment;

import io.daybook.domain.payment.RecordProviderEvent;
import io.daybook.domain.shared.TenantId;

/** Where a provider that runs inside this program hands its callbacks to. */
interface ProviderEventSink {

    /** Returns when it was judged, however that went. */
    void deliver(TenantId tenant, RecordProviderEvent event);
}
