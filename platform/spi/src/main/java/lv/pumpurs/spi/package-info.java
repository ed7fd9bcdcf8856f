/**
 * What a plugin may see of Pumpurs: facts it declares ({@link lv.pumpurs.spi.Plugin}), the caller it serves
 * ({@link lv.pumpurs.spi.Caller}), the page it renders into ({@link lv.pumpurs.spi.Page}) and the ways to say no
 * ({@link lv.pumpurs.spi.Refused}). Jakarta APIs only; nothing of the core, no vendor package.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.spi;
