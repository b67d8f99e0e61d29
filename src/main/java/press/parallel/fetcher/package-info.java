/** Feeds: from bytes to entries. */
@NullMarked
package press.parallel.fetcher;

import org.jspecify.annotations.NullMarked;
