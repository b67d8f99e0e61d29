/** The shared nouns of the press, as records. Desks stand in the packages beneath and know only these. */
@NullMarked
package press.parallel;

import org.jspecify.annotations.NullMarked;
