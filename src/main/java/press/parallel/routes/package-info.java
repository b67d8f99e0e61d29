/** Loads, checks and swaps the route files. */
@NullMarked
package press.parallel.routes;

import org.jspecify.annotations.NullMarked;
