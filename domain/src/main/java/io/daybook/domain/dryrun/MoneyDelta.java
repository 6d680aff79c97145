package io.daybook.domain.dryrun;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount that a command changes.
 *
 * @param path in the view; entries of a list are named by their id, for example {@code
 *     /lines/line-1/total}
 * @param currency ISO 4217; {@code null} where the view does not say
 * @param before 0 for an amount that was not there
 */
public record MoneyDelta(
        String path,
        @Nullable String currency,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal before,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal after,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal delta) {}
