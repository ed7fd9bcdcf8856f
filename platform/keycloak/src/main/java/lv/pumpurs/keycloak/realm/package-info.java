/** What Pumpurs wants Keycloak to hold: the realm, its clients, the tenants' organisations and their people. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.keycloak.realm;
