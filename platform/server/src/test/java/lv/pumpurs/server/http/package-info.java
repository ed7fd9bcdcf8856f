/**
 * Ring 4 of the tests without a browser: the whole stack as a user runs it, asked over HTTP with the tokens of the
 * demonstration's people. One stack serves all of them ({@link lv.pumpurs.server.http.StackUnderTest}).
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.server.http;
