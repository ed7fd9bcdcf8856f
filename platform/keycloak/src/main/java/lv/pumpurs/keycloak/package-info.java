/** keycloak. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.keycloak;
