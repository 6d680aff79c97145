package io.daybook.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of every error answer (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String correlationId,
        @Nullable List<FieldError> errors,
        @Nullable Long currentVersion,
        @Nullable List<String> allowed,
        @Nullable Long behindBy) {}
