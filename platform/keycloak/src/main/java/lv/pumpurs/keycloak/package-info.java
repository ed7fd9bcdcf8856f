/**
 * The Keycloak adapter. {@code provider} finds the identity provider and its keys, {@code token} turns an access token
 * into a person, {@code login} is the browser's way in and out, {@code realm} sets Keycloak up and keeps its
 * organisations and people as the tenants say. No other module knows Keycloak.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.keycloak;
