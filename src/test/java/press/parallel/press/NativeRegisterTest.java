package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import press.parallel.Edition;
import press.parallel.Holdings;
import press.parallel.PastEdition;
import press.parallel.Settings;
import press.parallel.Why;
import press.parallel.cli.Preview;
import press.parallel.cli.WhyAnswer;

/** The native program finds by name only what is registered: this holds the register complete, without building one. */
class NativeRegisterTest {
    /** What Quarkus carries by itself: templates of Qute, migrations of Flyway, and what stands in META-INF. */
    private static final List<String> BY_QUARKUS = List.of("templates/", "db/newsroom/", "META-INF/");

    private static final Set<String> CLASSES = new HashSet<>();
    private static final List<String> GLOBS = new ArrayList<>();

    @BeforeAll
    static void readTheRegister() throws IOException {
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("press.parallel")) {
            each.tryGetAnnotationOfType(RegisterForReflection.class).ifPresent(register -> {
                if (register.targets().length + register.classNames().length == 0) {
                    CLASSES.add(each.getName());
                }
                Arrays.stream(register.targets()).map(Class::getName).forEach(CLASSES::add);
                CLASSES.addAll(List.of(register.classNames()));
            });
            each.tryGetAnnotationOfType(RegisterResources.class)
                    .ifPresent(register -> GLOBS.addAll(List.of(register.globs())));
        }
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(Path.of("application.properties"))) {
            settings.load(in);
        }
        GLOBS.addAll(List.of(
                settings.getProperty("quarkus.native.resources.includes").split(",")));
    }

    private static boolean isCarried(String resource) {
        return BY_QUARKUS.stream().anyMatch(resource::startsWith)
                || GLOBS.stream()
                        .anyMatch(glob -> FileSystems.getDefault()
                                .getPathMatcher("glob:" + glob.strip())
                                .matches(Path.of(resource)));
    }

    private static List<String> classesOfTheJarOf(Class<?> one, String folder) throws Exception {
        Path jar =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile opened = new JarFile(jar.toFile())) {
            return opened.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }

    @Test
    void everyRegisteredNameIsThatOfAClass() {
        assertThat(CLASSES)
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(Class.forName(name, false, getClass().getClassLoader()))
                                .isNotNull());
    }

    @Test
    void everySharedNounIsRegistered() {
        assertThat(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("press.parallel"))
                .filteredOn(each -> each.getPackageName().equals("press.parallel") && each.isRecord())
                .filteredOn(each -> each.getEnclosingClass().isEmpty())
                .hasSizeGreaterThan(15)
                .extracting(JavaClass::getName)
                .allSatisfy(name -> assertThat(CLASSES).contains(name));
    }

    /** They are written as JSON. */
    @Test
    void everyPartOfAnEditionIsRegistered() {
        assertThat(Edition.class.getNestMembers())
                .hasSizeGreaterThan(4)
                .extracting(Class::getName)
                .allSatisfy(name -> assertThat(CLASSES).contains(name));
    }

    /** They are written as JSON by the commands that take --json. */
    @Test
    void everyAnswerIsRegistered() {
        assertThat(Stream.of(Preview.class, WhyAnswer.class, Why.class, Holdings.class, PastEdition.class)
                        .flatMap(answer -> Arrays.stream(answer.getNestMembers())))
                .hasSizeGreaterThan(9)
                .extracting(Class::getName)
                .allSatisfy(name -> assertThat(CLASSES).contains(name));
    }

    @Test
    void everyBeanOfRomeIsRegistered() throws Exception {
        assertThat(classesOfTheJarOf(SyndFeed.class, "com/rometools/rome/feed/"))
                .filteredOn(name -> !name.contains(".impl."))
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(CLASSES).contains(name));
    }

    @Test
    void romeItselfRegistersWhatItsPropertiesName() throws IOException {
        Properties parts = new Properties();
        try (InputStream in = SyndFeed.class.getResourceAsStream("/com/rometools/rome/rome.properties")) {
            parts.load(in);
        }
        String own = text("/META-INF/native-image/romtools/reflect-config.json");

        assertThat(parts).isNotEmpty();
        parts.forEach((key, names) -> assertThat(String.valueOf(names).strip().split("\\s+"))
                .as(String.valueOf(key))
                .allSatisfy(name -> assertThat(own).contains("\"" + name + "\"")));
        assertThat(text("/META-INF/native-image/romtools/resource-config.json"))
                .contains("com/rometools/rome/rome.properties");
    }

    @Test
    void everyFileOfTheProgramIsCarried() throws IOException {
        Path resources = Path.of("src", "main", "resources");
        try (Stream<Path> files = Files.walk(resources)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .extracting(file -> resources.relativize(file).toString().replace(File.separatorChar, '/'))
                    .allMatch(NativeRegisterTest::isCarried);
        }
        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            assertThat(routes.map(file -> "routes/" + file.getFileName()).toList())
                    .isNotEmpty()
                    .allMatch(NativeRegisterTest::isCarried);
        }
        assertThat(isCarried("application.properties")).isTrue();
    }

    @Test
    void everyFileThatLibrariesReadIsThereAndCarried() {
        assertThat(List.of("effective_tld_names.dat", "org/quartz/quartz.properties"))
                .allMatch(NativeRegisterTest::isCarried)
                .allSatisfy(name -> assertThat(Settings.class.getResource("/" + name))
                        .as(name)
                        .isNotNull());
    }

    @Test
    void everyPartThatQuartzMakesByNameIsRegistered() throws IOException {
        Properties parts = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("/org/quartz/quartz.properties")) {
            parts.load(in);
        }
        assertThat(parts)
                .hasEntrySatisfying(
                        "org.quartz.jobStore.class", name -> assertThat(CLASSES).contains((String) name))
                .hasEntrySatisfying(
                        "org.quartz.threadPool.class",
                        name -> assertThat(CLASSES).contains((String) name));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = SyndFeed.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
