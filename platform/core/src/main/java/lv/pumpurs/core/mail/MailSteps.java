package lv.pumpurs.core.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** The transactions around an attempt: none is open while the mail server is spoken to. */
@Dependent
public class MailSteps {

    private final Mails mails;

    /**
     * On the bound tenant.
     *
     * @param mails of the tenant
     */
    @Inject
    public MailSteps(Mails mails) {
        this.mails = mails;
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<Mail> claim(Instant now) {
        return mails.claim(now);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void giveUpInterrupted(Instant now) {
        mails.giveUpInterrupted(now);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void settle(Mail mail, Fate fate, Instant now) {
        mails.settle(mail, fate, now);
    }
}
