/** Tests of messages to guardians. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.message;
