/**
 * Mail that goes out: kept in each tenant's schema with what it tells of, and sent behind it, never twice. A mail says
 * that there is something to read or to do in Pumpurs, and nothing about anybody.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.mail;
