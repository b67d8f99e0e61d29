package press.parallel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Proxy;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Who may know whom, and who may do what only one desk does. */
@AnalyzeClasses(packages = "press.parallel", importOptions = ImportOption.DoNotIncludeTests.class)
class DesksTest {
    private static final String ROOT = "press.parallel";
    private static final Set<String> DESKS =
            Set.of("fetcher", "politeness", "web", "editor", "enhancer", "pictures", "printer", "auditor", "newsroom");
    /** Not desks: the routes' keeper, the built-in web, the measuring bench, the command line, and the wiring that knows them all. */
    private static final Set<String> OTHER_ROOMS = Set.of("routes", "newsstand", "bench", "cli", "press");

    private static String[] inside(Set<String> rooms) {
        return rooms.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new);
    }

    @ArchTest
    static void everyRoomIsKnownHere(JavaClasses press) {
        Set<String> rooms = press.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(DESKS);
        known.addAll(OTHER_ROOMS);
        assertThat(rooms).isEqualTo(known);
    }

    @ArchTest
    static void noDeskKnowsAnother(JavaClasses press) {
        for (String desk : DESKS) {
            Set<String> others = new TreeSet<>(DESKS);
            others.addAll(OTHER_ROOMS);
            others.remove(desk);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + desk + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(inside(others))
                    .because("routes join the desks, and the records of the root package travel between them")
                    .check(press);
        }
    }

    @ArchTest
    static final ArchRule theSharedNounsKnowNoRoom =
            noClasses().that().resideInAPackage(ROOT).should().dependOnClassesThat(resideInAPackage(ROOT + ".*"));

    @ArchTest
    static final ArchRule politenessKnowsNothingOfThePress = noClasses()
            .that()
            .resideInAPackage(ROOT + ".politeness..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT + ".politeness.."))))
            .because("the line is a Camel component that could stand in any program");

    @ArchTest
    static final ArchRule theRoutesKeeperAndTheNewsstandKnowNoDesk = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".routes..", ROOT + ".newsstand..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(inside(DESKS));

    @ArchTest
    static final ArchRule onlyTheWiringKnowsTheWiring = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".press..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".press..");

    @ArchTest
    static final ArchRule roomsKnowOneAnotherInOneDirectionOnly =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    // ---------------------------------------------------------------- connections

    @ArchTest
    static final ArchRule onlyTheWebOpensConnections = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".web..")
            .should()
            .callCodeUnitWhere(target(
                    "opens an outgoing connection",
                    call -> isOwner(call, Socket.class) && named(call, "<init>", "connect")
                            || isOwner(
                                            call,
                                            SocketChannel.class,
                                            AsynchronousSocketChannel.class,
                                            DatagramChannel.class)
                                    && named(call, "open", "connect")
                            || isOwner(call, DatagramSocket.class, HttpClient.class)
                            || isOwner(call, URL.class) && named(call, "openConnection", "openStream", "getContent")
                            || call.getOwner().isAssignableTo(URLConnection.class)
                            || call.getOwner().getName().startsWith("javax.net.")
                                    && !call.getOwner().isAssignableTo(Throwable.class)));

    @ArchTest
    static final ArchRule onlyTheWebUsesTheHttpClient = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".web..")
            .should()
            .callCodeUnitWhere(target(
                    "uses an HTTP client",
                    call -> call.getOwner().getPackageName().startsWith("org.apache.hc.client5")));

    @ArchTest
    static final ArchRule onlyTheNewsstandTakesConnections = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".newsstand..", ROOT + ".cli..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.ServerSocket");

    // ---------------------------------------------------------------- time

    @ArchTest
    static final ArchRule thePressHasOneClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".press.Wiring")
            .should()
            .callCodeUnitWhere(target(
                    "reads the machine's clock",
                    call -> named(call, "now")
                                    && isOwner(
                                            call,
                                            Instant.class,
                                            LocalDate.class,
                                            LocalDateTime.class,
                                            OffsetDateTime.class,
                                            ZonedDateTime.class)
                                    && call.getRawParameterTypes().stream()
                                            .noneMatch(type -> type.isEquivalentTo(Clock.class))
                            || isOwner(call, Clock.class) && call.getName().startsWith("system")
                            || isOwner(call, System.class) && named(call, "currentTimeMillis")
                            || isOwner(call, Date.class)
                                    && named(call, "<init>")
                                    && call.getRawParameterTypes().isEmpty()));

    @ArchTest
    static final ArchRule spansAreMeasuredWhereWaitingIsTheTrade = noClasses()
            .that(not(resideInAnyPackage(
                    ROOT + ".politeness..", ROOT + ".newsroom..", ROOT + ".newsstand..", ROOT + ".routes..")))
            .should()
            .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("is System.nanoTime") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    return access.getTarget().getOwner().isEquivalentTo(System.class)
                            && access.getTarget().getName().equals("nanoTime");
                }
            });

    // ---------------------------------------------------------------- the native program

    @ArchTest
    static final ArchRule nothingIsFoundBySearchingTheClassPath = noClasses()
            .should()
            .callCodeUnitWhere(target(
                    "loads classes by name or makes dynamic proxies",
                    call -> isOwner(call, Class.class) && named(call, "forName")
                            || isOwner(call, ClassLoader.class) && named(call, "loadClass")
                            || call.getOwner().getName().equals("java.util.ServiceLoader")
                            || isOwner(call, Proxy.class)
                            || isOwner(call, DriverManager.class)));

    @ArchTest
    static final ArchRule noPicturesArePainted =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..");

    // ---------------------------------------------------------------- null is for nobody

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<>("stand in a @NullMarked package") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " has no @NullMarked"));
                }
            });

    // ---------------------------------------------------------------- words for rules

    private static DescribedPredicate<JavaCall<?>> target(String what, Predicate<CodeUnitCallTarget> test) {
        return new DescribedPredicate<>(what) {
            @Override
            public boolean test(JavaCall<?> call) {
                return test.test(call.getTarget());
            }
        };
    }

    private static boolean isOwner(CodeUnitCallTarget call, Class<?>... owners) {
        return Arrays.stream(owners).anyMatch(call.getOwner()::isEquivalentTo);
    }

    private static boolean named(CodeUnitCallTarget call, String... names) {
        return Arrays.asList(names).contains(call.getName());
    }
}
