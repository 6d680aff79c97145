package io.daybook.query.history;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events below a sealed root by the names under which the log stores them. */
public final class StoredEvents<E> {

    /** Reads fields, as the command side writes them. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultVisibility(visibility ->
                            visibility
                                    .withFieldVisibility(Visibility.ANY)
                                    .withGetterVisibility(Visibility.NONE)
                                    .withIsGetterVisibility(Visibility.NONE))
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private final Map<String, Class<? extends E>> types = new HashMap<>();

    public StoredEvents(Class<E> root) {
        register(root, root);
    }

    private void register(Class<?> type, Class<E> root) {
        if (!type.isSealed()) {
            types.put(type.getSimpleName(), type.asSubclass(root));
            return;
        }
        for (var permitted : type.getPermittedSubclasses()) {
            register(permitted, root);
        }
    }

    /**
     * The event itself.
     *
     * @throws UnreadableEventException for an event of another type or shape: a state that leaves
     *     it out would be wrong without anybody noticing
     */
    public E read(LoggedEvent event) {
        var type = types.get(event.type());
        if (type == null || !revisionOf(type).equals(event.revision())) {
            throw new UnreadableEventException(event);
        }
        return JSON.readValue(event.payload(), type);
    }

    private static String revisionOf(Class<?> type) {
        @Nullable Revision revision = type.getAnnotation(Revision.class);
        return revision == null ? "" : revision.value();
    }
}
