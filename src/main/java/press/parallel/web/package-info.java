/** The only room that opens a connection. */
@NullMarked
package press.parallel.web;

import org.jspecify.annotations.NullMarked;
