package lv.pumpurs.core.home;

/**
 * The start page for somebody who is not signed in.
 *
 * @param signIn path of the login
 */
public record SignInView(String signIn) {}
