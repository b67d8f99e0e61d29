/** The web that the press is tested against: rooms that behave well and badly, on 127.0.0.1. */
package press.parallel.localweb;
