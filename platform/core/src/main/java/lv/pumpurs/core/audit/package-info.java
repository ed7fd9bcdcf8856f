/**
 * The two logs of a tenant: what was changed, by triggers of the database, and who was shown whom, by the pages
 * themselves in the transaction in which they read. And the page that shows both.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.audit;
