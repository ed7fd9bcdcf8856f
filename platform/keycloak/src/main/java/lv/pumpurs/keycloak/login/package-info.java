/**
 * Signing in and out of a browser by the OIDC code flow, and the person of every request. Nothing is kept on the
 * server: what must be remembered between two requests travels in cookies, so any replica serves any request.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.keycloak.login;
