package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** All route files together: what Camel itself would find out at the first message, or never. */
class RoutesTest {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([smhdkKM]|ms|min|MB|%)?");
    private static final Pattern OPTION = Pattern.compile("[?&]([A-Za-z.]+)=([^&]*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}:?]+)[^}]*}}");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z]\\w*");

    private final SortedMap<String, Object> files = new TreeMap<>();
    private final Map<String, Class<?>> beans = beansOfWiring();

    RoutesTest() throws Exception {
        for (RouteText file : new RouteFiles(Path.of("routes")).read().values()) {
            files.put(file.name(), new Load(LoadSettings.builder().build()).loadFromString(file.text()));
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(8);
    }

    // ---------------------------------------------------------------- what Camel reads

    /** All files as Camel reads them; nothing is started, so no bean is needed. */
    private static DefaultCamelContext read() throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        try (Stream<Path> paths = Files.list(Path.of("routes"))) {
            for (Path path : paths.sorted().toList()) {
                PluginHelper.getRoutesLoader(camel)
                        .loadRoutes(ResourceHelper.fromString("file:" + path, Files.readString(path)));
            }
        }
        return camel;
    }

    @Test
    void everyRouteHasIdDescriptionAndGroup() throws Exception {
        try (DefaultCamelContext camel = read()) {
            assertThat(camel.getRouteDefinitions()).hasSizeGreaterThan(10).allSatisfy(route -> {
                assertThat(route.hasCustomIdAssigned()).as(route.toString()).isTrue();
                assertThat(route.getId()).matches("[a-z]+(-[a-z]+)+");
                assertThat(route.getDescriptionText())
                        .as(route.getId())
                        .isNotBlank()
                        .doesNotEndWith(".");
                assertThat(route.getGroup()).as(route.getId()).isNotBlank();
            });
            assertThat(camel.getRouteDefinitions())
                    .extracting(RouteDefinition::getId)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyPolicyHasIdAndDescriptionAndIsFollowed() throws Exception {
        try (DefaultCamelContext camel = read()) {
            List<RouteConfigurationDefinition> policies = camel.getRouteConfigurationDefinitions();
            List<String> followed = camel.getRouteDefinitions().stream()
                    .map(RouteDefinition::getRouteConfigurationId)
                    .toList();
            assertThat(policies).isNotEmpty().allSatisfy(policy -> {
                assertThat(followed).contains(policy.getId());
                assertThat(policy.getDescriptionText()).as(policy.getId()).isNotBlank();
            });
        }
    }

    @Test
    void everyRouteFollowsAPolicyThatExists() throws Exception {
        try (DefaultCamelContext camel = read()) {
            Set<String> policies = new HashSet<>();
            camel.getRouteConfigurationDefinitions().forEach(policy -> policies.add(policy.getId()));
            assertThat(camel.getRouteDefinitions())
                    .allSatisfy(route -> assertThat(policies)
                            .as(route.getId())
                            .contains(String.valueOf(route.getRouteConfigurationId())));
        }
    }

    // ---------------------------------------------------------------- where things stand

    @Test
    void theProgramKnowsEveryFileThatItCarries() throws IOException {
        assertThat(new RouteFiles(Path.of("no-such-folder")).read().keySet()).isEqualTo(files.keySet());
    }

    @Test
    void everyRouteStandsInTheFileOfItsDesk() {
        eachRoute((file, route) -> assertThat(route.get("group") + ".camel.yaml")
                .as(String.valueOf(route.get("id")))
                .isEqualTo(file));
    }

    @Test
    void everyFileBeginsWithWhatItIsAbout() throws IOException {
        for (String file : files.keySet()) {
            assertThat(Files.readString(Path.of("routes", file))).as(file).startsWith("# ");
        }
    }

    @Test
    void aRouteIsNamedAfterItsDirect() {
        eachRoute((file, route) -> {
            String from = uri(route.get("from"));
            if (from.startsWith("direct:")) {
                assertThat(from).isEqualTo("direct:" + route.get("id"));
            }
        });
    }

    @Test
    void everyDirectThatIsCalledHasExactlyOneConsumer() throws IOException {
        List<String> consumers = new ArrayList<>();
        eachRoute((file, route) -> consumers.add(uri(route.get("from"))));
        Set<String> called = new HashSet<>();
        eachRoute((file, route) -> {
            Map<String, Object> steps = new HashMap<>(map(route.get("from")));
            steps.remove("uri");
            strings(steps).filter(text -> text.startsWith("direct:")).forEach(called::add);
        });
        strings(files.get("errors.camel.yaml"))
                .filter(text -> text.startsWith("direct:"))
                .forEach(called::add);
        called.addAll(calledByJava());

        assertThat(called).contains("direct:print-edition", "direct:ask-the-web", "direct:enhance-story");
        assertThat(called).allSatisfy(name -> assertThat(consumers).containsOnlyOnce(name));
        assertThat(consumers).filteredOn(name -> name.startsWith("direct:")).allMatch(called::contains);
    }

    private static Set<String> calledByJava() throws IOException {
        Set<String> called = new HashSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "press", "parallel", "press"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = Pattern.compile("\"(direct:[a-z-]+)\"").matcher(Files.readString(source));
                matcher.results().map(found -> found.group(1)).forEach(called::add);
            }
        }
        return called;
    }

    // ---------------------------------------------------------------- settings

    @Test
    void nothingTunableIsWrittenInARoute() {
        files.forEach((file, content) -> strings(content).forEach(text -> {
            assertThat(text).as(file).doesNotMatch(NUMBER);
            OPTION.matcher(text)
                    .results()
                    .forEach(option ->
                            assertThat(option.group(2)).as(file + ": " + text).doesNotMatch(NUMBER));
        }));
    }

    @Test
    void everySettingThatARouteNamesStandsInTheSettingsFile() throws IOException {
        Properties settings = RouteTestSupport.settings();
        Set<String> named = new HashSet<>();
        files.values()
                .forEach(content -> strings(content)
                        .forEach(text -> PLACEHOLDER
                                .matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .forEach(found -> named.add(found.replaceAll("[{}]", "")))));

        assertThat(named).contains("press.politeness.floor-millis");
        assertThat(named)
                .allSatisfy(key -> assertThat(settings.stringPropertyNames()).contains(key));
    }

    @Test
    void everyThreadPoolThatARouteNamesIsDefined() throws IOException {
        Properties settings = RouteTestSupport.settings();
        Set<String> pools = new HashSet<>();
        files.values()
                .forEach(content -> each(content, node -> {
                    if (node.get("executorService") instanceof String pool) {
                        pools.add(pool);
                    }
                }));

        assertThat(pools)
                .contains("press")
                .allSatisfy(pool -> assertThat(settings.getProperty("camel.threadpool.config[" + pool + "].pool-size"))
                        .as(pool)
                        .isNotNull());
        assertThat(settings.getProperty("camel.threadpool.config[press].pool-size"))
                .isEqualTo(settings.getProperty("press.slots"));
    }

    // ---------------------------------------------------------------- beans

    /** Name to class of every bean that Wiring gives a name. */
    private static Map<String, Class<?>> beansOfWiring() throws ClassNotFoundException {
        Map<String, Class<?>> named = new HashMap<>();
        for (Method producer : Class.forName("press.parallel.press.Wiring").getDeclaredMethods()) {
            if (producer.isAnnotationPresent(Produces.class) && producer.isAnnotationPresent(Named.class)) {
                named.put(producer.getAnnotation(Named.class).value(), producer.getReturnType());
            }
        }
        return named;
    }

    /** Every {@code ref} of a route with its method, and every {@code #bean}. */
    private void eachBean(BiConsumer<String, String> bean) {
        files.values().forEach(content -> {
            each(content, node -> {
                if (node.get("ref") instanceof String ref) {
                    bean.accept(ref, String.valueOf(node.getOrDefault("method", "")));
                }
            });
            strings(content)
                    .flatMap(text -> Stream.concat(
                            text.startsWith("#") ? Stream.of(text.substring(1)) : Stream.empty(),
                            OPTION.matcher(text)
                                    .results()
                                    .map(option -> option.group(2))
                                    .filter(value -> value.startsWith("#"))
                                    .map(value -> value.substring(1))))
                    .forEach(ref -> bean.accept(ref, ""));
        });
    }

    @Test
    void everyBeanThatARouteNamesIsMadeByWiring() {
        Set<String> named = new HashSet<>();
        eachBean((ref, method) -> named.add(ref));

        assertThat(named).contains("runs", "assembly", "webClient", "webHeaders");
        assertThat(beans.keySet()).containsAll(named);
    }

    @Test
    void everyMethodThatARouteNamesIsThereOnceAndPublic() {
        eachBean((ref, call) -> {
            if (call.isEmpty()) {
                return;
            }
            Matcher name = METHOD.matcher(call);
            assertThat(name.lookingAt()).as(call).isTrue();
            int arguments = call.contains("(") ? call.split("\\$\\{", -1).length - 1 : -1;
            List<Method> found = Arrays.stream(beans.get(ref).getMethods())
                    .filter(method -> method.getName().equals(name.group()))
                    .filter(method -> arguments < 0 || method.getParameterCount() == arguments)
                    .toList();
            assertThat(found).as(ref + "." + call).hasSize(1);
            assertThat(Modifier.isPublic(beans.get(ref).getModifiers())).as(ref).isTrue();
        });
    }

    @Test
    void everyBeanThatARouteNamesIsRegisteredForTheNativeProgram() {
        eachBean((ref, method) -> assertThat(beans.get(ref).isAnnotationPresent(RegisterForReflection.class))
                .as(ref + " (" + beans.get(ref) + ")")
                .isTrue());
    }

    // ---------------------------------------------------------------- walking

    private void eachRoute(BiConsumer<String, Map<String, Object>> seen) {
        files.forEach((file, content) -> ((List<?>) content).forEach(item -> {
            if (map(item).get("route") != null) {
                seen.accept(file, map(map(item).get("route")));
            }
        }));
    }

    private static String uri(Object from) {
        return String.valueOf(map(from).get("uri"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static void each(Object node, Consumer<Map<String, Object>> seen) {
        if (node instanceof Map<?, ?>) {
            seen.accept(map(node));
            map(node).values().forEach(value -> each(value, seen));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> each(value, seen));
        }
    }

    /** Every plain value, however deep. Keys are not among them. */
    private static Stream<String> strings(Object node) {
        if (node instanceof Map<?, ?>) {
            return map(node).values().stream().flatMap(RoutesTest::strings);
        }
        return node instanceof List<?> list
                ? list.stream().flatMap(RoutesTest::strings)
                : Stream.of(String.valueOf(node));
    }
}
