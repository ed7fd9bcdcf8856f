package lv.pumpurs.core.mail;

/**
 * Mail was put on its way in a tenant: told when the transaction has ended well, so that it need not wait for the next
 * round.
 *
 * @param slug the tenant
 */
public record MailQueued(String slug) {}
