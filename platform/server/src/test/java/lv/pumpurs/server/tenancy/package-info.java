/** The tenant's binding inside the server: its transactions, its pool. Deployed into the WAR by the test. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.server.tenancy;
