package press.parallel.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What the command line tells the runtime, as system properties: the verb's own first, then the user's {@code -D}, which win.
 *
 * <ul>
 *   <li>{@code quarkus.http.host-enabled=false} for every verb but {@code serve}: no port is opened
 *   <li>{@code camel.main.dev-console-enabled=false} for the same: nobody could look at it
 *   <li>{@code press.printer.output} from {@code --output}
 *   <li>for {@code demo}, so that invented stories never mix with real ones: {@code press.printer.output} and
 *       {@code press.newsroom.file} in folder {@code demo}
 *   <li>{@code quarkus.log.console.format} while a live line is shown: each log line empties it first
 *   <li>every {@code -Dkey=value}
 * </ul>
 */
final class SystemProperties {
    /** Folder of the demo's newsroom and editions. */
    private static final String DEMO = "demo";

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
                properties.setProperty("press.printer.output", output.toString());
            } else if (print.order().demo()) {
                properties.setProperty("press.printer.output", DEMO + "/editions");
            }
            if (print.order().demo()) {
                properties.setProperty("press.newsroom.file", DEMO + "/newsroom.db");
                properties.setProperty("press.newsroom.postgresql", "false");
                properties.setProperty("press.feeds.file", "");
            }
        }
        invocation.properties().forEach(properties::setProperty);
    }

    /** @param settings of the runtime, by key */
    void keepLogOffTheLiveLine(Map<String, String> settings) {
        String format = settings.getOrDefault(LOG_FORMAT, "%d{HH:mm:ss} %-5p %s%e%n");
        properties.setProperty(LOG_FORMAT, ProgressDisplay.CLEAR_LINE + format);
    }
}
