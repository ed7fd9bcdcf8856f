/**
 * Invites people of a tenant by e-mail: staff, guardians, adult learners. The person is kept here first and made known
 * to the identity provider after that, outside any transaction; what fails on the way can be sent again.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.invitation;
