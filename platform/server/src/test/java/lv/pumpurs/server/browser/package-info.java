/**
 * Ring 4 of the tests: a person in front of a browser, who signs in through Keycloak. Skipped, and loudly so, where no
 * Chromium is installed; {@code -Dpumpurs.browser=required} makes that a failure.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.server.browser;
