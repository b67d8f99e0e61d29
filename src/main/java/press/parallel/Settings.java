package press.parallel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting of the press. Defaults with their reasons stand in {@code application.properties}; a key that is not named here is
 * refused at start.
 */
@ConfigMapping(prefix = "press")
@RegisterForReflection
public interface Settings {
    /** Name in the masthead. */
    String title();

    /** Id of the paper, for its folder and its memory. */
    String paper();

    /** IANA time zone, or {@code system}. */
    String timeZone();

    /** First day of the paper; that of its first edition when not set. */
    Optional<LocalDate> founded();

    /** Section ids in print order. */
    List<@WithConverter(TrimmedStringConverter.class) String> sections();

    /** By section id. */
    Map<String, SectionSettings> section();

    FeedSettings feeds();

    /** Requests in flight, all domains together. */
    int slots();

    PolitenessSettings politeness();

    WebSettings web();

    FetcherSettings fetcher();

    EditionSettings edition();

    EditorSettings editor();

    /** By policy name. */
    Map<String, PolicySettings> policy();

    EnhancerSettings enhancer();

    PrinterSettings printer();

    NewsroomSettings newsroom();

    RoutesSettings routes();

    ServeSettings serve();

    /** One section of the paper. */
    interface SectionSettings {
        Optional<String> title();

        Optional<List<@WithConverter(TrimmedStringConverter.class) String>> feeds();

        /** Words, phrases and {@code re:} patterns with commas between them; {@code \\,} is a comma inside one. */
        Optional<String> keywords();

        /** Most stories printed. */
        @WithDefault("10")
        int size();

        /** Stories below are not printed. */
        @WithDefault("1000")
        long minScore();

        /** The most stories of one domain, where it differs from {@code press.editor.max-per-source}. */
        Optional<@WithConverter(TrimmedStringConverter.class) String> maxPerSource();
    }

    /** A boost or a penalty for entries that fit all that is named. */
    interface PolicySettings {
        /** Words, phrases and {@code re:} patterns in title, categories and lead, written as keywords are. */
        Optional<String> phrases();

        /** Addresses or titles. */
        Optional<List<@WithConverter(TrimmedStringConverter.class) String>> feeds();

        Optional<List<@WithConverter(TrimmedStringConverter.class) String>> domains();

        /** Words or phrases in the author's name, written as keywords are. */
        Optional<String> authors();

        /** Words of text in the feed. */
        Optional<Integer> shorterThan();

        /** Words of text in the feed. */
        Optional<Integer> longerThan();

        /** In units of 100 points; below zero a penalty. */
        double boost();
    }

    /** Where the feed list comes from. */
    interface FeedSettings {
        /** OPML, or one address a line; replaces the sections' feeds. */
        Optional<Path> file();
    }

    /** How requests are spaced. */
    interface PolitenessSettings {
        /** Between two requests to one domain. */
        Duration interval();

        /** Requests at once to one domain. */
        int inFlight();

        /** Added to every interval. */
        Duration margin();

        /** Period of the throttle under the line, in milliseconds, as the Throttle EIP wants it. */
        long floorMillis();

        /** Before the first request of an empty line. */
        Duration gather();

        /** By registrable domain. */
        Map<String, DomainSettings> domain();

        /** Host or domain to the domain it is counted with. */
        Map<String, String> same();
    }

    /** What differs for one domain. */
    interface DomainSettings {
        Optional<Duration> interval();

        Optional<Integer> inFlight();
    }

    /** How the press connects. */
    interface WebSettings {
        /** {@code host:port} or {@code address:port} that may be private. */
        Optional<List<@WithConverter(TrimmedStringConverter.class) String>> allow();

        Optional<URI> proxy();

        /** Whether https goes through a CONNECT tunnel of the proxy. */
        boolean proxyTunnel();

        /** Address of the reader, for the User-Agent. */
        Optional<String> contact();

        Duration connectTimeout();

        Duration responseTimeout();

        Duration totalTimeout();

        /** After inflating. */
        @WithConverter(MemorySizeConverter.class)
        MemorySize maxBody();

        int maxRedirects();
    }

    /** How often feeds are asked. */
    interface FetcherSettings {
        /** Between two visits of the press's own accord. */
        Duration pollFloor();

        /** Whether {@code serve} asks feeds between editions. */
        boolean collect();

        /** Between two looks of {@code serve} for feeds that are due. */
        Duration look();

        /** The newest that are read of one feed. */
        int maxEntries();
    }

    /** When a run ends and when one starts. */
    interface EditionSettings {
        Duration deadline();

        /** Per cent of the deadline, such as {@code 75%}. */
        String fetchShare();

        /** Quartz cron expression, or {@code off}. */
        String cron();
    }

    /** What is chosen. */
    interface EditorSettings {
        /** Older stories are not printed. */
        Duration window();

        /** Boost units for an entry of a feed without statistics. */
        double staticBoost();

        /** Boost units for the entry with the most points of its feed. */
        double points();

        /** Boost units for the entry with the most comments of its feed. */
        double comments();

        /** Boost units for the first entry of its feed. */
        double place();

        /** Boost units for an entry of this moment. */
        double freshness();

        /** After which freshness is half. */
        Duration halfLife();

        /** Boost units for each other feed that tells the story. */
        double alsoIn();

        /** The most stories of one domain in a section: a number, or a part of its size. */
        @WithConverter(TrimmedStringConverter.class)
        String maxPerSource();

        /** Different domains that a section has at least, where there are so many. */
        int minSources();

        /** When a story of an earlier edition may stand again: {@code never}, {@code always}, or boost units. */
        @WithConverter(TrimmedStringConverter.class)
        String repeat();
    }

    /** How full text is had. */
    interface EnhancerSettings {
        /** Between two looks for stories whose text can be fetched before all feeds are in. */
        Duration lookAhead();

        /** Before a page that could not be read is asked again. */
        Duration retryAfter();

        /** Fewer count as no text. */
        int minWords();

        /** By host or domain. */
        Map<String, SiteSettings> domain();
    }

    /** What helps to read one site; CSS selectors. */
    interface SiteSettings {
        /** Elements that hold the text. */
        Optional<String> select();

        /** Elements that are left out. */
        Optional<String> remove();

        /** The link to the next page of a story. */
        Optional<String> nextPage();
    }

    /** Where the paper is printed. */
    interface PrinterSettings {
        Path output();

        /** Which pictures are printed: {@code none}, {@code lead} or {@code all}. */
        @WithConverter(TrimmedStringConverter.class)
        String images();

        /** Larger pictures are refused. */
        @WithConverter(MemorySizeConverter.class)
        MemorySize imageBytes();

        /** The most of one edition. */
        int imagesPerEdition();

        /** How long a paper whose texts are all in waits for pictures. */
        Duration imageWait();
    }

    /** Where the press remembers. */
    interface NewsroomSettings {
        Path file();

        /** After an entry was last seen; twice the freshness window when not set. */
        Optional<Duration> keep();

        boolean postgresql();

        Optional<String> url();

        Optional<String> user();

        Optional<String> password();
    }

    /** Where the routes are read. */
    interface RoutesSettings {
        Path folder();
    }

    /** The web pages of {@code serve}. */
    interface ServeSettings {
        int port();
    }
}
