/** Tests of mail that goes out. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.mail;
