package io.daybook.domain.dryrun;

import io.daybook.domain.shared.TenantId;
import java.time.Instant;

/**
 * The entity as it would be; answered with a {@link Preview}.
 *
 * @param version the number of events of the entity on which the intent was computed
 * @param at when the events would be recorded
 */
public record PreviewIntent(TenantId tenant, Intent intent, long version, Instant at) {}
