/** From an edition to files. */
@NullMarked
package press.parallel.printer;

import org.jspecify.annotations.NullMarked;
