package press.parallel.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One entry of a route file, as the text has it and before Camel makes anything of it.
 *
 * @param kind {@code route} or {@code routeConfiguration}
 * @param line counted from 1
 * @param fields its plain values at the first level: {@code id}, {@code description}, {@code group} …
 * @param canon what it says, without comments, order of keys, quotes and layout: two entries of the same canon are the same route
 */
record RouteItem(String kind, int line, Map<String, String> fields, String canon) {
    static final String ROUTE = "route";
    static final String POLICY = "routeConfiguration";
    private static final int DEEPEST = 200;
    /** Camel's words for an option it does not know; the second where a step takes an expression, since it tries that last. */
    private static final Pattern FIELD =
            Pattern.compile("Unsupported field: (\\S+)|^Field: (\\S+) has already been configured");

    private static final Pattern STEP = Pattern.compile("Unknown node id: (\\S+)");

    /** The entries of a file in their order; what is wrong with its form goes to {@code problems}. */
    static List<RouteItem> of(RouteText file, List<RouteProblem> problems) {
        List<RouteItem> items = new ArrayList<>();
        if (file.text().contains("\uFFFD")) {
            int line = RouteReader.lineOf(file, "\uFFFD", 1);
            problems.add(problem(file, line, "text in UTF-8", "bytes of another encoding"));
            return items;
        }
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(file.text());
            if (root.isEmpty()) {
                problems.add(problem(file, 0, "one route or more", "an empty file"));
            } else if (!(root.get() instanceof SequenceNode list)) {
                problems.add(problem(file, line(root.get()), "a list of '- route:'", describe(root.get())));
            } else {
                for (Node node : list.getValue()) {
                    items.add(item(node));
                }
                if (items.isEmpty()) {
                    problems.add(problem(file, 1, "one route or more", "an empty list"));
                }
            }
        } catch (Misformed e) {
            problems.add(problem(file, e.line, e.expected, e.found));
        } catch (YamlEngineException e) {
            problems.add(yaml(file, e));
        }
        return items;
    }

    /** The sentence for what the YAML reader, of the language itself or of Camel's words in it, does not understand. */
    static RouteProblem yaml(RouteText file, YamlEngineException e) {
        int line = 0;
        String found = String.valueOf(e.getMessage());
        if (e instanceof MarkedYamlEngineException marked) {
            found = marked.getProblem();
            // what never ends is mended where it begins
            boolean atEnd =
                    found.contains("end of stream") && marked.getContextMark().isPresent();
            line = (atEnd ? marked.getContextMark() : marked.getProblemMark())
                    .map(mark -> mark.getLine() + 1)
                    .orElse(0);
            String context = marked.getContext();
            found = context == null || context.isBlank() ? found : found + " " + context;
        }
        Matcher field = FIELD.matcher(found);
        if (field.find()) {
            return problem(
                    file,
                    line,
                    "an option that this step has",
                    "'" + (field.group(1) == null ? field.group(2) : field.group(1)) + "'");
        }
        Matcher step = STEP.matcher(found);
        if (step.find()) {
            return problem(file, line, "the name of a step", "'" + step.group(1) + "'");
        }
        return problem(file, line, "YAML that can be read", found.replaceFirst("^found ", ""));
    }

    private static RouteProblem problem(RouteText file, int line, String expected, String found) {
        return RouteProblem.expected(file.label(), line, expected, found);
    }

    private static RouteItem item(Node node) {
        if (!(node instanceof MappingNode map) || map.getValue().size() != 1) {
            throw new Misformed(node, "'- route:' or '- routeConfiguration:' and its parts further in", describe(node));
        }
        NodeTuple entry = map.getValue().get(0);
        String kind = scalar(entry.getKeyNode());
        if (!kind.equals(ROUTE) && !kind.equals(POLICY)) {
            throw new Misformed(node, "'- route:' or '- routeConfiguration:'", "'- " + kind + ":'");
        }
        String canon = canon(entry.getValueNode(), 0);
        Map<String, String> fields = new HashMap<>();
        if (entry.getValueNode() instanceof MappingNode parts) {
            for (NodeTuple part : parts.getValue()) {
                if (part.getValueNode() instanceof ScalarNode value) {
                    fields.put(scalar(part.getKeyNode()), value.getValue().strip());
                }
            }
        }
        return new RouteItem(kind, line(node), Map.copyOf(fields), canon);
    }

    private static String canon(Node node, int depth) {
        if (depth > DEEPEST) {
            throw new Misformed(node, "at most " + DEEPEST + " levels", "more, or an alias that holds itself");
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(each -> canon(each, depth + 1))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (node instanceof MappingNode map) {
            Set<String> seen = new HashSet<>();
            for (NodeTuple part : map.getValue()) {
                if (!seen.add(scalar(part.getKeyNode()))) {
                    throw new Misformed(
                            part.getKeyNode(), "each key once", "'" + scalar(part.getKeyNode()) + "' a second time");
                }
            }
            return map.getValue().stream()
                    .map(part -> canon(part.getKeyNode(), depth + 1) + ":" + canon(part.getValueNode(), depth + 1))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        String value = scalar(node);
        return value.length() + "'" + value + "'";
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static String describe(Node node) {
        if (node instanceof MappingNode map) {
            return map.getValue().stream()
                    .map(part -> "'" + scalar(part.getKeyNode()) + ":'")
                    .collect(Collectors.joining(", "));
        }
        return node instanceof ScalarNode ? "'" + scalar(node) + "'" : "a list";
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Leaves the walk through a file at the first thing that has the wrong form. */
    private static final class Misformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        final int line;
        final String expected;
        final String found;

        Misformed(Node node, String expected, String found) {
            super(found, null, false, false);
            this.line = line(node);
            this.expected = expected;
            this.found = found;
        }
    }
}
