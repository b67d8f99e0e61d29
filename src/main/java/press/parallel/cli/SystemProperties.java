package press.parallel.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import press.parallel.bench.Workload;

/**
 * What the command line tells the runtime, as system properties: the verb's own first, then the user's {@code -D}, which win.
 *
 * <ul>
 *   <li>{@code quarkus.http.host-enabled=false} for every verb but {@code serve}: no port is opened
 *   <li>{@code camel.main.dev-console-enabled=false} for the same: nobody could look at it
 *   <li>{@code press.printer.output} from {@code --output}
 *   <li>for {@code demo}, so that invented stories never mix with real ones: {@code press.printer.output} and
 *       {@code press.newsroom.file} in folder {@code demo}; other papers than the usual one have their own folder in its {@code editions}.
 *       {@code press.editor.repeat=always}, since there is only one day's worth of stories
 *   <li>for {@code bench}: both in a folder for this call, no pictures, {@code press.slots} from {@code --slots}, and for invented feeds the list and
 *       the sections that go with it; these win over {@code -D}
 *   <li>{@code quarkus.log.console.format} while a live line is shown: each log line empties it first
 *   <li>every {@code -Dkey=value}
 *   <li>what comes from {@code --settings} and {@code --paper}, where none of the above says otherwise
 * </ul>
 */
final class SystemProperties {
    /** Folder of the demo's newsroom and editions. */
    private static final String DEMO = "demo";

    private static final String DEMO_EDITIONS = DEMO + "/editions";

    private static final String OUTPUT = "press.printer.output";

    private static final String LOG_FORMAT = "quarkus.log.console.format";

    private final Properties properties;

    SystemProperties(Properties properties) {
        this.properties = properties;
    }

    void set(Invocation invocation) {
        if (!(invocation.verb() instanceof Verb.Serve)) {
            properties.setProperty("quarkus.http.host-enabled", "false");
            properties.setProperty("camel.main.dev-console-enabled", "false");
        }
        if (invocation.verb() instanceof Verb.Print print) {
            Path output = print.order().output();
            if (output != null) {
                properties.setProperty(OUTPUT, output.toString());
            } else if (print.order().demo()) {
                properties.setProperty(OUTPUT, DEMO_EDITIONS);
            }
            if (print.order().demo()) {
                properties.setProperty("press.newsroom.file", DEMO + "/newsroom.db");
                properties.setProperty("press.newsroom.postgresql", "false");
                properties.setProperty("press.feeds.file", "");
                // Its stories are invented once; whoever tries it again wants to see them again.
                properties.setProperty("press.editor.repeat", "always");
            }
        }
        invocation.properties().forEach(properties::setProperty);
    }

    /**
     * Comes last: a bench prints nothing to the reader's own places. How many stories it prints the call may say.
     *
     * @param folder of this call
     * @param sections of the settings; where feeds are invented they stay, empty
     */
    void set(Verb.Bench bench, Path folder, List<String> sections) {
        properties.setProperty(OUTPUT, folder.resolve("editions").toString());
        properties.setProperty(
                "press.newsroom.file", folder.resolve("newsroom.db").toString());
        properties.setProperty("press.newsroom.postgresql", "false");
        properties.setProperty("press.printer.images", "none");
        if (bench.slots() != null) {
            properties.setProperty("press.slots", String.valueOf(bench.slots()));
        }
        properties.setProperty(
                "press.feeds.file",
                bench.order().invents() ? BenchFolder.feeds(folder).toString() : "");
        if (bench.order().invents()) {
            Set<String> all = new LinkedHashSet<>(Workload.SECTIONS.keySet());
            all.addAll(sections);
            properties.setProperty("press.sections", String.join(", ", all));
            Workload.SECTIONS.forEach((section, size) -> {
                properties.putIfAbsent("press.section." + section + ".size", String.valueOf(size));
                properties.putIfAbsent("press.section." + section + ".min-score", "1000");
            });
        }
    }

    /**
     * Comes after {@link #set}, whose settings win.
     *
     * @param paper its id
     * @param settings of the two options, by key
     */
    void handOver(Verb verb, String paper, Map<String, String> settings) {
        settings.forEach(properties::putIfAbsent);
        boolean demo = verb instanceof Verb.Print print
                && print.order().demo()
                && print.order().output() == null;
        if (demo && !paper.equals(Papers.USUAL) && DEMO_EDITIONS.equals(properties.getProperty(OUTPUT))) {
            properties.setProperty(OUTPUT, DEMO_EDITIONS + "/" + paper);
        }
    }

    /** @param settings of the runtime, by key */
    void keepLogOffTheLiveLine(Map<String, String> settings) {
        String format = settings.getOrDefault(LOG_FORMAT, "%d{HH:mm:ss} %-5p %s%e%n");
        properties.setProperty(LOG_FORMAT, ProgressDisplay.CLEAR_LINE + format);
    }
}
