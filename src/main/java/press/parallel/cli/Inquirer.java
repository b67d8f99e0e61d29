package press.parallel.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.parallel.Decision;
import press.parallel.Edition;
import press.parallel.Holdings;
import press.parallel.PastEdition;
import press.parallel.Why;

/** What {@code why}, {@code runs}, {@code status}, {@code prune} and {@code check --dry-run} print: lines for people, or one JSON value. */
@RegisterForReflection(
        targets = {
            Decision.class,
            Edition.Rest.class,
            Holdings.class,
            Holdings.FeedRest.class,
            Holdings.PaperKept.class,
            PastEdition.class,
            Preview.class,
            Preview.Again.class,
            Preview.Change.class,
            Preview.Changes.class,
            Preview.Part.class,
            Preview.Pick.class,
            Why.class,
            WhyAnswer.class,
        })
final class Inquirer {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Console console;
    private final Runtime runtime;

    Inquirer(Console console, Runtime runtime) {
        this.console = console;
        this.runtime = runtime;
    }

    /** @return exit status: 0 answered, 1 no such story or edition */
    int answer(Verb verb) throws IOException {
        if (verb instanceof Verb.Why why) {
            return why(why);
        }
        if (verb instanceof Verb.Runs runs) {
            Optional<List<PastEdition>> editions = runtime.editions(runs.limit());
            return tell(
                    runs.json(),
                    editions.orElse(List.of()),
                    editions.map(all -> RunsLines.of(all, runtime.zone())).orElseGet(this::noNewsroom));
        }
        if (verb instanceof Verb.Status status) {
            Optional<Holdings> holdings = runtime.holdings();
            return tell(
                    status.json(),
                    holdings.<Object>map(held -> held).orElse(Map.of("place", runtime.newsroom())),
                    holdings.map(held -> new StatusLines(held, runtime.zone()).lines())
                            .orElseGet(this::noNewsroom));
        }
        return verb instanceof Verb.Prune prune ? prune(prune) : 1;
    }

    private int why(Verb.Why asked) throws IOException {
        WhyAnswer answer = runtime.why(asked.story(), asked.edition())
                .orElseGet(() -> new WhyAnswer(
                        asked.story(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        noNewsroom().get(0)));
        WhyLines lines = new WhyLines(answer, runtime.zone());
        if (asked.json()) {
            print(answer);
        } else {
            lines.story().forEach(this::line);
        }
        lines.problem().forEach(console::say);
        return answer.why() == null ? 1 : 0;
    }

    private int prune(Verb.Prune asked) throws IOException {
        Optional<Map<String, Integer>> forgotten = runtime.prune(asked.dryRun());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dryRun", asked.dryRun());
        json.put("forgotten", forgotten.orElse(Map.of()));
        json.put("total", StatusLines.total(forgotten.orElse(Map.of())));
        return tell(
                asked.json(),
                json,
                forgotten
                        .map(kinds -> StatusLines.pruned(kinds, asked.dryRun()))
                        .orElseGet(this::noNewsroom));
    }

    /** What {@code check --dry-run} adds. */
    int preview(boolean json) throws IOException {
        Optional<Preview> preview = runtime.preview();
        return tell(
                json,
                preview.<Object>map(found -> found).orElse(Map.of()),
                preview.map(found -> new PreviewLines(found, runtime.zone()).lines())
                        .orElseGet(this::noNewsroom));
    }

    private List<String> noNewsroom() {
        return List.of("there is no newsroom at '" + runtime.newsroom() + "' yet; `print` makes one");
    }

    private int tell(boolean json, Object value, List<String> lines) throws IOException {
        if (json) {
            print(value);
        } else {
            lines.forEach(this::line);
        }
        return 0;
    }

    private void print(Object value) throws IOException {
        console.out().println(JSON.writeValueAsString(value));
    }

    /** Titles are strangers' words, so that control characters go; blanks that lay a line out stay. */
    private void line(String line) {
        console.out().println(Console.harmless(line).stripTrailing());
    }
}
