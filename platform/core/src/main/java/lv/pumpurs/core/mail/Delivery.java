package lv.pumpurs.core.mail;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Sends what waits in one tenant: takes a mail, hands it over, notes what came of it, until none waits. */
final class Delivery {

    private final MailSteps steps;
    private final Function<Mail, Letter> words;
    private final Carrier carrier;
    private final InstantSource clock;

    Delivery(MailSteps steps, Function<Mail, Letter> words, Carrier carrier, InstantSource clock) {
        this.steps = steps;
        this.words = words;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** How many attempts there were. */
    int all() {
        steps.giveUpInterrupted(clock.instant());
        int attempts = 0;
        for (Optional<Mail> next = steps.claim(clock.instant()); next.isPresent(); next = steps
            .claim(clock.instant())) {
            Mail mail = next.get();
            Fate fate = mail.address() == null ? Fate.NO_ADDRESS : carrier.carry(words.apply(mail));
            steps.settle(mail, fate, clock.instant());
            attempts++;
        }
        return attempts;
    }
}
