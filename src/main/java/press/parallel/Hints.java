package press.parallel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How often a feed itself wants to be read: {@code ttl}, {@code sy:updatePeriod}, {@code skipHours} and {@code skipDays}.
 *
 * @param every the longest span that it names between two visits, zero when it names none
 * @param skipHours hours of the day, 0 to 23 in UTC, in which it wants no visit
 * @param skipDays days, in UTC, on which it wants none
 * @see <a href="https://www.rssboard.org/rss-specification#optionalChannelElements">RSS 2.0: ttl, skipHours, skipDays</a>
 * @see <a href="https://web.resource.org/rss/1.0/modules/syndication/">RSS 1.0: syndication</a>
 */
public record Hints(Duration every, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    public static final Hints NONE = new Hints(Duration.ZERO, Set.of(), Set.of());

    private static final String DAY = "(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY";
    private static final Pattern LINE =
            Pattern.compile("([0-9]{1,9});((?:[0-9]{1,2}(?:,[0-9]{1,2})*)?);((?:" + DAY + "(?:," + DAY + ")*)?)");
    private static final int HOURS_OF_A_WEEK = 7 * 24;

    public Hints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    /** The first moment from {@code wanted} on that it does not want skipped; {@code wanted} itself when it wants all skipped. */
    public Instant open(Instant wanted) {
        if (skipHours.isEmpty() && skipDays.isEmpty()) {
            return wanted;
        }
        ZonedDateTime hour = wanted.atZone(ZoneOffset.UTC);
        for (int i = 0; i < HOURS_OF_A_WEEK; i++) {
            if (!skipHours.contains(hour.getHour()) && !skipDays.contains(hour.getDayOfWeek())) {
                return hour.toInstant();
            }
            hour = hour.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return wanted;
    }

    /** One line such as {@code 3600;0,1,2;SATURDAY}, for {@link #parse}; "" for no hints. */
    public String line() {
        return equals(NONE)
                ? ""
                : every.toSeconds() + ";"
                        + skipHours.stream().sorted().map(String::valueOf).collect(Collectors.joining(","))
                        + ";"
                        + skipDays.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    /** What {@link #line} wrote; no hints when it is anything else. */
    public static Hints parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return NONE;
        }
        Set<Integer> hours = new TreeSet<>();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        words(parts.group(2)).forEach(hour -> hours.add(Integer.parseInt(hour)));
        words(parts.group(3)).forEach(day -> days.add(DayOfWeek.valueOf(day)));
        return new Hints(Duration.ofSeconds(Long.parseLong(parts.group(1))), hours, days);
    }

    private static List<String> words(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
    }
}
