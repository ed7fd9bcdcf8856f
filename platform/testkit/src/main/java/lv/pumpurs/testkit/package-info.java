/**
 * What the tests of modules and plugins share: the rules of the house that a machine can check
 * ({@link lv.pumpurs.testkit.ArchRules}), what every plugin must keep ({@link lv.pumpurs.testkit.PluginContract}) and
 * an issuer of tokens for tests without Keycloak. Test scope only.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.testkit;
