package press.parallel.newsroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.parallel.Assessment;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.Picture;
import press.parallel.Story;

/** Lists and maps as text in one column: categories, parts of a score, the stories of a run sheet. Safe for use by many threads. */
@RegisterForReflection(
        targets = {Story.class, Story.AlsoIn.class, FiledEntry.class, Assessment.class, Entry.class, Picture.class})
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static String write(Object values) {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> strings(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        try {
            return MAPPER.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Picture> pictures(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        try {
            return MAPPER.readValue(json, new TypeReference<List<Picture>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Picture picture(String json) {
        try {
            return MAPPER.readValue(json, Picture.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Long> numbers(String json) {
        if (json.equals("{}")) {
            return Map.of();
        }
        try {
            return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stories of a run sheet; empty when another version of the press wrote them in a shape that this one does not know. */
    static Optional<List<Story>> stories(String json) {
        try {
            return Optional.of(MAPPER.readValue(json, new TypeReference<List<Story>>() {}));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
