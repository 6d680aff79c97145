package io.daybook.api.openapi;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.DryRuns;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.problem.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what the calls share: parameters and headers by the kind of call, the answer that
 * {@link AnswersWith} names, and the problem that anything else is.
 */
final class CallDescription implements OperationCustomizer {

    /** Calls that are not about an entity have no versions and no read model to wait for. */
    private static final Set<String> WITHOUT_ENTITY = Set.of("Operations", "token-controller");

    private final Map<String, Schema<?>> schemas = new TreeMap<>();

    CallDescription() {
        reference(Problem.class);
    }

    /** Of everything that the calls refer to. */
    Map<String, Schema<?>> schemas() {
        return schemas;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        boolean writes = method.getMethodAnnotation(PostMapping.class) != null;
        boolean entity =
                operation.getTags() == null
                        || operation.getTags().stream().noneMatch(WITHOUT_ENTITY::contains);
        operation.addParametersItem(
                header("X-Request-Id", "the caller's own id of the request; echoed"));
        if (writes) {
            operation.addParametersItem(
                    header("Idempotency-Key", "repeats are answered with the first answer"));
        }
        if (writes && entity) {
            operation.addParametersItem(
                    header("If-Match", "only when the entity is at this version"));
            operation.addParametersItem(
                    header("Prefer", "return=representation; on orders also wait=N seconds"));
        } else if (entity) {
            operation.addParametersItem(
                    header("Consistency-Token", "waits until the answer is as new as this"));
            operation.addParametersItem(
                    header("Prefer", "wait=N seconds for the consistency token"));
        }
        var known = method.getMethodAnnotation(QueryParameters.class);
        if (known != null) {
            for (String name : known.value()) {
                operation.addParametersItem(parameter(name));
            }
        }
        if (DryRuns.areKnownTo(method.getMethod())) {
            reference(DryRuns.DryRunAnswer.class);
            operation.addParametersItem(dryRun());
        }
        var answer = method.getMethodAnnotation(AnswersWith.class);
        if (answer != null) {
            operation.getResponses().remove("200");
            operation
                    .getResponses()
                    .addApiResponse(Integer.toString(answer.status()), success(answer, writes));
        }
        operation.getResponses().addApiResponse("default", problem());
        operation.getResponses().values().forEach(CallDescription::commonHeaders);
        return operation;
    }

    private ApiResponse success(AnswersWith answer, boolean writes) {
        Schema<?> body = reference(answer.value());
        if (answer.list()) {
            body =
                    new ObjectSchema()
                            .addProperty("items", new ArraySchema().items(body))
                            .addProperty("nextCursor", new StringSchema().nullable(true));
        }
        var response =
                new ApiResponse()
                        .description("done")
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/json", new MediaType().schema(body)));
        if (answer.list()) {
            response.addHeaderObject("Link", text("the next page, rel=next"));
        } else if (answer.status() != 202) {
            response.addHeaderObject("ETag", text("the version of the entity, in quotes"));
        }
        if (answer.status() != 200) {
            response.addHeaderObject("Location", text("where the new thing is"));
        }
        if (writes) {
            response.addHeaderObject(
                    "Idempotency-Replayed", text("true when an earlier answer is repeated"));
        }
        return response;
    }

    private Schema<?> reference(Class<?> type) {
        var resolved =
                ModelConverters.getInstance(true)
                        .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach((name, schema) -> schemas.put(name, schema));
        return resolved.schema;
    }

    private static void commonHeaders(ApiResponse response) {
        response.addHeaderObject(
                "Consistency-Token", text("hand it to a read that must not be older"));
        response.addHeaderObject("X-Request-Id", text("the id of the request"));
        response.addHeaderObject("RateLimit", text("what is left of the tenant's requests"));
        response.addHeaderObject("RateLimit-Policy", text("how many there are"));
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("the request was refused")
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(
                                                        new Schema<>()
                                                                .$ref(
                                                                        "#/components/schemas/Problem"))));
    }

    private static Parameter parameter(String name) {
        Schema<?> schema =
                switch (name) {
                    case "limit" -> limit();
                    case "version", "fromVersion", "toVersion" -> whole(BigDecimal.ONE);
                    case "after" -> whole(BigDecimal.ZERO);
                    case "asOf", "placedFrom", "placedTo", "from", "to" -> new DateTimeSchema();
                    case "belowReorderPoint" -> new BooleanSchema();
                    default -> new StringSchema();
                };
        return new QueryParameter().name(name).required(false).schema(schema);
    }

    private static Parameter dryRun() {
        return new QueryParameter()
                .name(DryRuns.PARAMETER)
                .description(
                        "true: stores nothing and answers 200 with what the call would do, a"
                                + " DryRunAnswer")
                .required(false)
                .schema(new BooleanSchema());
    }

    private static Schema<?> whole(BigDecimal least) {
        return new IntegerSchema().format("int64").minimum(least);
    }

    private static Schema<?> limit() {
        var limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(200));
        limit.setDefault(50);
        return limit;
    }

    private static Header text(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static HeaderParameter header(String name, String description) {
        var header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(new StringSchema());
        return header;
    }
}
