/** The command line. */
@NullMarked
package press.parallel.cli;

import org.jspecify.annotations.NullMarked;
