/** The measuring bench: what is measured, what came of it, and how it is shown. */
@NullMarked
package press.parallel.bench;

import org.jspecify.annotations.NullMarked;
