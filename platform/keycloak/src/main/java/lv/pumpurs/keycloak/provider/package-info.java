/** The identity provider as an OIDC client sees it: settings, discovery, keys. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.keycloak.provider;
