/** Access tokens: is this one meant for us and still good, and who is it. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.keycloak.token;
