/** The polite line, a Camel component that gives every request its domain's turn. */
@NullMarked
package press.parallel.politeness;

import org.jspecify.annotations.NullMarked;
