package io.daybook.domain.payment;

import io.daybook.domain.shared.TenantId;

/** What a message of a provider turned out to be. */
public sealed interface ProviderCallback {

    /** It reports something about a payment of ours. */
    record Report(TenantId tenant, RecordProviderEvent command) implements ProviderCallback {}

    /** It is genuine, and about nothing that Daybook keeps. */
    record Irrelevant(String eventId, String type) implements ProviderCallback {}

    /** It is not believed, or not understood. */
    record Refused(CallbackRejection rejection) implements ProviderCallback {}
}
