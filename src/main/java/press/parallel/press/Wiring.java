package press.parallel.press;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import press.parallel.Settings;
import press.parallel.auditor.Accounts;
import press.parallel.auditor.Auditor;
import press.parallel.editor.Editor;
import press.parallel.enhancer.ArticleReader;
import press.parallel.enhancer.Enhancer;
import press.parallel.enhancer.SiteRules;
import press.parallel.fetcher.Fetcher;
import press.parallel.fetcher.Revisits;
import press.parallel.fetcher.RomeFormat;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.Store;
import press.parallel.pictures.PictureDesk;
import press.parallel.politeness.Lessons;
import press.parallel.politeness.Manners;
import press.parallel.politeness.PoliteComponent;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;
import press.parallel.politeness.Robots;
import press.parallel.printer.Composer;
import press.parallel.printer.Printer;
import press.parallel.printer.QutePage;
import press.parallel.routes.RouteDesk;
import press.parallel.routes.RouteFiles;
import press.parallel.web.OutgoingHeaders;
import press.parallel.web.Web;
import press.parallel.web.WebClient;

/**
 * Makes the desks out of the settings and gives each the name that the routes call it by. The only place that knows them all; a desk
 * is plain Java and knows nothing of this.
 */
@Singleton
final class Wiring {
    /** Product token of the User-Agent, and the name that robots.txt may call us by. */
    private static final String PRODUCT = "ParallelPress";

    private final Settings settings;
    private final Paper paper;

    Wiring(Settings settings) {
        this.settings = settings;
        this.paper = Paper.of(settings);
    }

    @Produces
    @Singleton
    Paper paper() {
        return paper;
    }

    /** The press's one clock. */
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    // ---------------------------------------------------------------- politeness and web

    @Produces
    @Singleton
    Pace pace() {
        return new Pace();
    }

    @Produces
    @Singleton
    Robots robots() {
        return new Robots(PRODUCT);
    }

    @Produces
    @Singleton
    Lessons lessons() {
        return new Lessons(Wiring::chance);
    }

    /** From 0 to below 1. */
    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Produces
    @Singleton
    Manners manners(Pace pace, Robots robots) {
        return pace.over(new HouseManners(settings.politeness(), robots));
    }

    @Produces
    @Singleton
    RegistrableDomain domains() {
        return new RegistrableDomain(settings.politeness().same());
    }

    @Produces
    @Singleton
    @Named("polite")
    PoliteComponent polite(Manners manners, InstantSource clock) {
        return new PoliteComponent(manners, clock, "desks");
    }

    @Produces
    @Singleton
    Meters meters(Instance<MeterRegistry> registry) {
        return new Meters(registry.isResolvable() ? registry.get() : new SimpleMeterRegistry());
    }

    @Produces
    @Singleton
    PoliteLine line(CamelContext context, Newsroom newsroom, Meters meters) {
        PoliteLine line = context.getComponent("polite", PoliteComponent.class).line("web");
        line.onSent(newsroom::stamp);
        meters.watch(line, settings.slots());
        return line;
    }

    @Produces
    @Singleton
    @Named("turns")
    Turns turns(
            PoliteLine line,
            RegistrableDomain domains,
            Manners manners,
            Pace pace,
            Lessons lessons,
            Robots robots,
            Newsroom newsroom,
            InstantSource clock,
            Meters meters) {
        return new Turns(
                line,
                domains,
                manners,
                pace,
                lessons,
                robots,
                newsroom,
                clock,
                Duration.ofMillis(settings.politeness().floorMillis()),
                meters);
    }

    @Produces
    @Singleton
    @Named("robotsGate")
    RobotsGate robotsGate(PoliteLine line, RegistrableDomain domains, Robots robots, InstantSource clock) {
        return new RobotsGate(line, domains, robots, clock);
    }

    @Produces
    @Singleton
    @Named("robots")
    RobotsDesk robotsDesk(
            Robots robots,
            Newsroom newsroom,
            PoliteLine line,
            RegistrableDomain domains,
            Pace pace,
            InstantSource clock) {
        return new RobotsDesk(robots, newsroom, line, domains, pace, clock);
    }

    @Produces
    @Singleton
    @Named("webClient")
    WebClient webClient(
            Demo demo,
            PoliteLine line,
            RegistrableDomain domains,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        Settings.WebSettings web = settings.web();
        Optional<URI> newsstand = demo.proxy();
        String contact = web.contact()
                .filter(text -> !text.isBlank())
                .map(text -> "; +" + text)
                .orElse("");
        return new WebClient(
                new WebClient.Config(
                        Paper.allowed(settings),
                        newsstand.or(web::proxy).orElse(null),
                        newsstand.isEmpty() && web.proxyTunnel(),
                        web.connectTimeout(),
                        web.responseTimeout(),
                        web.totalTimeout(),
                        web.maxBody().asLongValue(),
                        PRODUCT + "/" + version + " (personal newspaper" + contact + ")"),
                host -> line.sent(domains.ofHost(host)));
    }

    void close(@Disposes WebClient client) {
        client.close();
    }

    @Produces
    @Singleton
    @Named("webHeaders")
    OutgoingHeaders webHeaders() {
        return new OutgoingHeaders();
    }

    @Produces
    @Singleton
    @Named("web")
    Web web(WebClient client, InstantSource clock) {
        return new Web(
                client,
                clock,
                settings.web().maxRedirects(),
                settings.printer().imageBytes().asLongValue());
    }

    // ---------------------------------------------------------------- the desks

    @Produces
    @Singleton
    @Named("fetcher")
    Fetcher fetcher(InstantSource clock) {
        return new Fetcher(clock, settings.fetcher().maxEntries());
    }

    @Produces
    @Singleton
    Editor editor(RegistrableDomain domains) {
        return new Editor(paper.rules(), domains::of);
    }

    @Produces
    @Singleton
    @Named("enhancer")
    Enhancer enhancer(InstantSource clock) {
        return new Enhancer(
                new ArticleReader(SiteRules.of(settings.enhancer()), clock),
                settings.enhancer().minWords());
    }

    @Produces
    @Singleton
    Composer composer(InstantSource clock, RegistrableDomain domains) {
        return new Composer(settings.paper(), paper.title(), paper.sections(), clock, domains::of);
    }

    @Produces
    @Singleton
    @Named("printer")
    Printer printer(Newsroom newsroom) {
        return new Printer(Paper.output(settings), new QutePage(paper.zone()), newsroom::pictureBytes);
    }

    @Produces
    @Singleton
    Auditor auditor() {
        return new Auditor();
    }

    @Produces
    @Singleton
    @Named("accounts")
    Accounts accounts() {
        return new Accounts(paper.sections());
    }

    @Produces
    @Singleton
    @Named("newsroom")
    Newsroom newsroom(
            InstantSource clock,
            @DataSource("sqlite") InjectableInstance<AgroalDataSource> sqlite,
            @FlywayDataSource("sqlite") InjectableInstance<Flyway> sqliteTables,
            @DataSource("pg") InjectableInstance<AgroalDataSource> postgresql,
            @FlywayDataSource("pg") InjectableInstance<Flyway> postgresqlTables) {
        Settings.NewsroomSettings own = settings.newsroom();
        Store store = own.postgresql()
                ? Store.postgresql(
                        own.url().orElse(""),
                        postgresql.get(),
                        () -> postgresqlTables.get().migrate())
                : Store.sqlite(
                        own.file(), sqlite.get(), () -> sqliteTables.get().migrate());
        return new Newsroom(
                store,
                clock,
                new Newsroom.Paper(settings.paper(), paper.zone(), settings.founded(), Paper.keep(settings)));
    }

    void close(@Disposes Newsroom newsroom) {
        newsroom.close();
    }

    // ---------------------------------------------------------------- the run

    @Produces
    @Singleton
    @Named("collection")
    Collection collection(
            Newsroom newsroom, PoliteLine line, RegistrableDomain domains, Turns turns, InstantSource clock) {
        return new Collection(
                paper.feeds(),
                newsroom,
                line,
                domains,
                turns,
                clock,
                settings.web().totalTimeout());
    }

    @Produces
    @Singleton
    @Named("runs")
    Runs runs(
            Newsroom newsroom,
            Editor editor,
            Composer composer,
            PoliteLine line,
            Turns turns,
            Collection collection,
            InstantSource clock,
            Meters meters) {
        return new Runs(
                new Runs.Plan(
                        paper.feeds(),
                        settings.edition().deadline(),
                        Paper.share(settings.edition().fetchShare()),
                        settings.editor().window(),
                        Paper.pictures(settings)),
                newsroom,
                editor,
                composer,
                line,
                turns,
                collection,
                clock,
                meters);
    }

    @Produces
    @Singleton
    @Named("feeds")
    Feeds feeds(
            Runs runs, Newsroom newsroom, Editor editor, Collection collection, InstantSource clock, Meters meters) {
        return new Feeds(
                runs,
                newsroom,
                editor,
                new Revisits(clock, settings.fetcher().pollFloor(), Wiring::chance),
                collection,
                clock,
                settings.editor().window(),
                meters);
    }

    @Produces
    @Singleton
    @Named("texts")
    Texts texts(
            Runs runs,
            Newsroom newsroom,
            Editor editor,
            Enhancer enhancer,
            PoliteLine line,
            Pace pace,
            InstantSource clock) {
        return new Texts(
                runs,
                newsroom,
                editor,
                enhancer,
                line,
                pace,
                clock,
                settings.editor().window(),
                settings.enhancer().retryAfter());
    }

    @Produces
    @Singleton
    @Named("pictureDesk")
    PictureDesk pictureDesk() {
        return new PictureDesk();
    }

    @Produces
    @Singleton
    @Named("illustrations")
    Illustrations illustrations(Runs runs, Newsroom newsroom, InstantSource clock) {
        return new Illustrations(runs, newsroom, clock, settings.enhancer().retryAfter());
    }

    @Produces
    @Singleton
    Timetable timetable() {
        return new Timetable(settings.edition().cron(), paper.zone());
    }

    @Produces
    @Singleton
    @Named("schedule")
    Schedule schedule(Timetable timetable, Runs runs, InstantSource clock) {
        return new Schedule(timetable, runs, clock);
    }

    @Produces
    @Singleton
    @Named("losses")
    Losses losses(Auditor auditor, Feeds feeds, Texts texts, Illustrations illustrations, InstantSource clock) {
        return new Losses(auditor, feeds, texts, illustrations, clock);
    }

    @Produces
    @Singleton
    @Named("assembly")
    Assembly assembly() {
        return new Assembly();
    }

    @Produces
    @Singleton
    RouteDesk routeDesk(CamelContext context) {
        RomeFormat.install(context);
        return new RouteDesk(context, new RouteFiles(settings.routes().folder()));
    }

    void close(@Disposes RouteDesk desk) {
        desk.close();
    }
}
