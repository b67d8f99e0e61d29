/** Everything the press remembers, in SQLite or PostgreSQL. */
@NullMarked
package press.parallel.newsroom;

import org.jspecify.annotations.NullMarked;
