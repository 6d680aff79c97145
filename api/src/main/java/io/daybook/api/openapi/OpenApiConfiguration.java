package io.daybook.api.openapi;

import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/** What all calls share in the description: the token, the problem, the headers. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "bearer";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Daybook")
                                .version("1")
                                .description("Event-sourced order management.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer problemSchema() {
        return api ->
                ModelConverters.getInstance(true)
                        .readAll(Problem.class)
                        .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    }

    @Bean
    OperationCustomizer everyCall() {
        return (operation, method) -> {
            operation.addParametersItem(
                    header("X-Request-Id", "the caller's own id of the request; echoed"));
            var known = method.getMethodAnnotation(QueryParameters.class);
            if (known != null) {
                for (String name : known.value()) {
                    operation.addParametersItem(parameter(name));
                }
            }
            boolean writes = method.getMethodAnnotation(PostMapping.class) != null;
            if (writes) {
                operation.addParametersItem(
                        header("Idempotency-Key", "repeats are answered with the first answer"));
                operation.addParametersItem(
                        header("If-Match", "only when the entity is at this version"));
                operation.addParametersItem(header("Prefer", "wait=N, return=representation"));
            } else {
                operation.addParametersItem(
                        header(
                                "Consistency-Token",
                                "waits until the read model has caught up with it"));
                operation.addParametersItem(
                        header("Prefer", "wait=N seconds for the consistency token"));
            }
            operation.getResponses().addApiResponse("default", problem());
            operation
                    .getResponses()
                    .values()
                    .forEach(response ->
                            response.addHeaderObject(
                                    "Consistency-Token", new Header().schema(new StringSchema())));
            return operation;
        };
    }

    private static Parameter parameter(String name) {
        Schema<?> schema =
                switch (name) {
                    case "limit" -> limit();
                    case "version", "fromVersion", "toVersion", "after" ->
                            new IntegerSchema().format("int64").minimum(BigDecimal.ZERO);
                    case "asOf", "placedFrom", "placedTo", "from", "to" -> new DateTimeSchema();
                    case "belowReorderPoint" -> new BooleanSchema();
                    default -> new StringSchema();
                };
        return new QueryParameter().name(name).required(false).schema(schema);
    }

    private static Schema<?> limit() {
        var limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(200));
        limit.setDefault(50);
        return limit;
    }

    private static HeaderParameter header(String name, String description) {
        var header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(new StringSchema());
        return header;
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
}
