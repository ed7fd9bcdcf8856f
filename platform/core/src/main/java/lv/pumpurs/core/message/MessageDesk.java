package lv.pumpurs.core.message;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.mail.MailKind;
import lv.pumpurs.core.mail.MailSettings;
import lv.pumpurs.core.mail.Mails;
import lv.pumpurs.core.message.GuardianMessage.Between;
import lv.pumpurs.core.message.Messages.Recipient;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Refused;

/** Where a message is written: to whom, and with a mail that tells of it, if mail is set up. */
@Dependent
public class MessageDesk {

    private final Messages messages;
    private final Mails mails;
    private final MailSettings settings;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param messages what is written
     * @param mails what tells of it
     * @param settings whether mail goes out
     * @param clock business time
     */
    @Inject
    public MessageDesk(Messages messages, Mails mails, MailSettings settings, InstantSource clock) {
        this.messages = messages;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    boolean mailed() {
        return settings.isOn();
    }

    Instant now() {
        return clock.instant();
    }

    /** A form that offers by name whoever stands for the learner. */
    Form form(Learner learner) {
        Map<String, String> typed = new HashMap<>();
        typed.put("learner", learner.givenName() + " " + learner.familyName());
        typed.put("people", messages.recipients(learner.id())
            .stream()
            .map(Recipient::name)
            .distinct()
            .collect(Collectors.joining("\n")));
        typed.put("mail", settings.isOn() ? "on" : "off");
        return new Form(WriteMessage.class, typed, Map.of());
    }

    /** Writes to each of those named, in one transaction with the mails that tell of it. */
    void write(UUID learnerId, UUID authorId, WriteMessage input) {
        String wanted = input.to() == null ? "" : input.to().strip();
        List<Recipient> chosen = messages.recipients(learnerId)
            .stream()
            .filter(one -> wanted.equals(WriteMessage.ALL) || one.name().equalsIgnoreCase(wanted))
            .toList();
        if (chosen.isEmpty()) {
            throw new Refused(MessageProblem.NOBODY, Map.of("to", "problem.message-nobody.detail"));
        }
        String school = messages.school(learnerId).orElse("");
        for (Recipient one : chosen) {
            UUID mail = settings.isOn()
                    ? mails.queue(MailKind.MESSAGE, one.id(), school, BusinessTime.today(clock), now())
                    : null;
            messages.add(new GuardianMessage(new Between(learnerId, authorId, one.id()), input.subject().strip(),
                    input.words().strip(), now(), mail));
        }
    }
}
