package press.parallel.newsstand;

import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words and plots of one theme, read from a text file beside this class.
 *
 * <p>{@code # town} opens a list, one value a line; a list of the one line {@code 20..90/5} is a number between, in steps of 5.
 * {@code == ferry} opens a plot: {@code H} headline, {@code L} lead, {@code P} paragraph, {@code Q} quote, {@code S} sub-heading,
 * {@code I} and {@code *} a list with its introduction, {@code @vessel ferry | tram} a list that only this plot knows, {@code @ending =solo-end} the
 * theme's list of another name. Plots named
 * {@code ask-…} are what readers ask each other. {@code !} opens a note to the writer.
 */
@RegisterResources(globs = "press/parallel/newsstand/*.txt")
final class Grammar {
    /** One kind of story. Lists by letter; each keeps the order of the file. */
    record Plot(String name, Map<String, List<String>> words, Map<Character, List<String>> lines) {
        List<String> lines(char letter) {
            return lines.getOrDefault(letter, List.of());
        }
    }

    private final Map<String, List<String>> words = new HashMap<>();
    private final List<Plot> plots = new ArrayList<>();
    private final List<Plot> questions = new ArrayList<>();

    private Grammar() {}

    static Grammar of(Theme theme) {
        Grammar grammar = new Grammar();
        grammar.read("common.txt");
        grammar.read(theme.file() + ".txt");
        return grammar;
    }

    List<Plot> plots() {
        return plots;
    }

    List<Plot> questions() {
        return questions;
    }

    /** The plot's own list of that name, else the theme's. */
    List<String> words(Plot plot, String name) {
        List<String> found = plot.words().getOrDefault(name, words.get(name));
        if (found != null && found.get(0).startsWith("=")) {
            found = words.get(found.get(0).substring(1));
        }
        if (found == null) {
            throw new IllegalStateException("newsstand plot '" + plot.name() + "': no list '" + name + "'");
        }
        return found;
    }

    private void read(String file) {
        List<String> list = new ArrayList<>();
        @Nullable Plot plot = null;
        for (String line : text(file).lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("!")) {
                continue;
            }
            if (line.startsWith("# ")) {
                list = words.computeIfAbsent(line.substring(2), name -> new ArrayList<>());
                plot = null;
            } else if (line.startsWith("== ")) {
                plot = new Plot(line.substring(3), new HashMap<>(), new HashMap<>());
                (plot.name().startsWith("ask-") ? questions : plots).add(plot);
            } else if (plot == null) {
                list.add(line);
            } else if (line.startsWith("@")) {
                int space = line.indexOf(' ');
                plot.words()
                        .put(
                                line.substring(1, space),
                                List.of(line.substring(space + 1).split("\\s*\\|\\s*")));
            } else {
                plot.lines()
                        .computeIfAbsent(line.charAt(0), letter -> new ArrayList<>())
                        .add(line.substring(2));
            }
        }
    }

    private static String text(String file) {
        try (InputStream in = Grammar.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("newsstand: the program carries no '" + file + "'");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
