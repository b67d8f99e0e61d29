/** From a page to the article's text. */
@NullMarked
package press.parallel.enhancer;

import org.jspecify.annotations.NullMarked;
