package press.parallel.cli;

import java.util.Map;

/**
 * One call of the program.
 *
 * @param properties settings given as {@code -Dkey=value}, in their order
 */
record Invocation(Verb verb, PaperChoice paper, ProgressMode progress, boolean debug, Map<String, String> properties) {}
