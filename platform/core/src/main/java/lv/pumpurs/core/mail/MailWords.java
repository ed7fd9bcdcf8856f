package lv.pumpurs.core.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.web.Texts;

/** What a mail says: in the tenant's language, and nothing about anybody. */
@Dependent
class MailWords {

    private final Texts texts;
    private final MailSettings settings;

    @Inject
    MailWords(Texts texts, MailSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    /** The letter of a mail that has an address. */
    Letter letter(Mail mail, Tenant tenant) {
        return letter(mail, tenant.slug(), tenant.locale());
    }

    Letter letter(Mail mail, String slug, Locale language) {
        String link = settings.link(slug);
        String address = Objects.requireNonNull(mail.address());
        return switch (mail.kind()) {
            case MESSAGE -> new Letter(mail.id(), address, texts.text(language, "mail.message.subject"),
                    texts.text(language, "mail.message.text", mail.facts(), link));
            case DIGEST -> new Letter(mail.id(), address, texts.text(language, "mail.digest.subject"),
                    texts.text(language, "mail.digest.text", work(mail.facts(), language), link));
        };
    }

    private String work(String counts, Locale language) {
        return Arrays.stream(counts.split(","))
            .map(count -> count.split("=", 2))
            .map(count -> "- " + texts.text(language, "worklist." + count[0], Long.valueOf(count[1])))
            .collect(Collectors.joining("\n"));
    }
}
