/** Chooses the day's stories. */
@NullMarked
package press.parallel.editor;

import org.jspecify.annotations.NullMarked;
