/**
 * The catalogues that all tenants share (school years, programmes, risks, kinds of measures): read from files, published
 * into the nation's schema, copied into each tenant; and what a tenant's own file says about its schools.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.catalogue;
