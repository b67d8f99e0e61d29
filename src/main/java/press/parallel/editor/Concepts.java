package press.parallel.editor;

import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens in the news, in the words of fourteen languages: "blaze" and "fire", "quits" and "resigns", "démissionne" and "quitte". Two
 * tellings of one event often share nothing else but names, and two events of one name differ just here.
 *
 * <p>A concept is a line of beginnings in {@code concepts.txt}, because words inflect; beginnings of three letters and less are whole words.
 * The list is of everyday news and no more; a word that is missing only counts as itself.
 */
@RegisterResources(globs = "press/parallel/editor/concepts.txt")
final class Concepts {
    /** Of a word that is of no concept. */
    static final short NONE = 0;

    private static final String FILE = "concepts.txt";
    private static final List<String> LINES = lines();
    private static final Map<String, Short> BEGINNINGS = new HashMap<>();
    private static int longest;

    static {
        for (int line = 0; line < LINES.size(); line++) {
            for (String beginning : Headline.split(LINES.get(line))) {
                BEGINNINGS.putIfAbsent(beginning, (short) (line + 1));
                longest = Math.max(longest, beginning.length());
            }
        }
    }

    private Concepts() {}

    private static List<String> lines() {
        try (InputStream file = Concepts.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the program is not whole: expected " + FILE + " inside it");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The concept of a word, folded; {@link #NONE} for most. */
    static short of(String word) {
        for (int length = Math.min(longest, word.length()); length > 1; length--) {
            Short found = BEGINNINGS.get(word.substring(0, length));
            if (found != null && Turns.isEnough(word, length)) {
                return found;
            }
        }
        return NONE;
    }

    /** Concepts are numbered from 1 to this. */
    static int count() {
        return LINES.size();
    }
}
