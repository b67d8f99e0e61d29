/** What was seen, kept, cut and lost, in words and numbers. */
@NullMarked
package press.parallel.auditor;

import org.jspecify.annotations.NullMarked;
