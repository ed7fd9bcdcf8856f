/**
 * Rings 3 and 4 of the tests: inside the real server, over HTTP against it, and in a browser against the whole stack;
 * and the rules of the house over everything that goes into the WAR.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.server;
