/** The picture desk: what is asked for a picture, and what came. Looks at bytes only; nothing is painted. */
@NullMarked
package press.parallel.pictures;

import org.jspecify.annotations.NullMarked;
