/** A small web inside the program, played for the demo. */
@NullMarked
package press.parallel.newsstand;

import org.jspecify.annotations.NullMarked;
