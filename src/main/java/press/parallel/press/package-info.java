/** Wires the desks together and runs them. */
@NullMarked
package press.parallel.press;

import org.jspecify.annotations.NullMarked;
