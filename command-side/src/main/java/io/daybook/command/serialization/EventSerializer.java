package io.daybook.command.serialization;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Stores events under their logical names; anything else (metadata, foreign payloads) keeps its
 * class name.
 */
final class EventSerializer extends Jackson3Serializer {

    private final EventTypes types;

    EventSerializer(EventTypes types) {
        super(StoredJson.serializer());
        this.types = types;
    }

    @Override
    protected String resolveClassName(SerializedType serializedType) {
        var name = serializedType.getName();
        return types.classOf(name).<String>map(Class::getName).orElse(name);
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // Axon declares the parameter raw
    public SerializedType typeForClass(Class type) {
        if (type == null || !types.contains(type)) {
            return super.typeForClass(type);
        }
        return new SimpleSerializedType(
                type.getSimpleName(), getRevisionResolver().revisionOf(type));
    }
}
