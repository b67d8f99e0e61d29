package press.parallel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of the press as the newsroom remembers it. What it did not come to is null.
 *
 * @param id as in {@link Run#edition}
 * @param ended null while it is open
 * @param state {@code open}, {@code printed}, {@code failed} (it could not print) or {@code abandoned} (killed and too old to go on)
 * @param reason why it was not printed, else ""
 * @param scanned entries that lay before the editor
 * @param fresh entries inside the freshness window
 * @param printed stories
 * @param antiFeed share of scanned entries that were kept from the reader, 0 to 1
 * @param requests sent
 * @param waits requests that had to wait for their domain's turn
 * @param refused answers 429 or 503
 * @param seconds the whole run
 */
public record PastEdition(
        String id,
        Instant started,
        @Nullable Instant ended,
        String state,
        String reason,
        @Nullable Integer scanned,
        @Nullable Integer fresh,
        @Nullable Integer printed,
        @Nullable Double antiFeed,
        @Nullable Integer requests,
        @Nullable Integer waits,
        @Nullable Integer refused,
        @Nullable Double seconds) {}
