/**
 * What is sent twice is done once. A program says by {@code Idempotency-Key} that two requests are one
 * (draft-ietf-httpapi-idempotency-key-header); a form of ours says it by the token that it was given when it was
 * rendered. The key is written in the transaction of the act, in the tenant's schema: both are there, or neither.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.idempotency;
