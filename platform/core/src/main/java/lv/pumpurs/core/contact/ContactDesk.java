package lv.pumpurs.core.contact;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.core.contact.ContactFacts.With;
import lv.pumpurs.core.contact.GuardianContacts.Named;
import lv.pumpurs.core.contact.GuardianContacts.Reading;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Enrolment;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Form;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Between what is typed about a contact and what it says: names and codes on one side, keys on the other. */
@Dependent
public class ContactDesk {

    private final GuardianContacts contacts;
    private final InstantSource clock;
    private final Duration mendable;

    /**
     * On the bound tenant.
     *
     * @param contacts the contacts
     * @param clock business time
     * @param hours {@code pumpurs.contact.mend-hours}: how long whoever wrote a contact can change it
     */
    @Inject
    public ContactDesk(GuardianContacts contacts, InstantSource clock,
            @ConfigProperty(name = "pumpurs.contact.mend-hours", defaultValue = "24") int hours) {
        this.contacts = contacts;
        this.clock = clock;
        this.mendable = Duration.ofHours(hours);
    }

    Instant now() {
        return clock.instant();
    }

    Duration mendable() {
        return mendable;
    }

    /** Somebody who was seen to reach the learner reads by the right to read contacts. */
    Reading reading(Caller caller) {
        return new Reading(caller.personId(), () -> caller.may(Permissions.CONTACT_READ), now(), mendable);
    }

    /** What was typed, as facts: a name of a guardian is the guardian. */
    ContactFacts facts(Learner learner, RecordContact input) {
        String person = input.person().strip();
        With with = contacts.guardians(learner.id())
            .stream()
            .filter(one -> one.name().equalsIgnoreCase(person))
            .findFirst()
            .map(one -> new With(one.id(), null))
            .orElseGet(() -> new With(null, person));
        return new ContactFacts(input.heldOn(), input.way(), with, input.topic().strip(),
                RestrictedText.typed(input.outcome()),
                plan(learner.id(), text(input.plan())))
            .checked(BusinessTime.today(clock), firstDay(learner));
    }

    private static LocalDate firstDay(Learner learner) {
        return learner.enrolments()
            .stream()
            .map(Enrolment::validFrom)
            .min(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    }

    private @Nullable UUID plan(UUID learnerId, @Nullable String code) {
        if (code == null) {
            return null;
        }
        return contacts.plans(learnerId)
            .stream()
            .filter(one -> one.name().equalsIgnoreCase(code))
            .findFirst()
            .map(Named::id)
            .orElseThrow(() -> new Refused(ContactProblem.PLAN_UNKNOWN,
                    Map.of("plan", "problem.contact-plan-unknown.detail")));
    }

    /** A form that offers the learner's guardians and plans by name; {@code typed} stands in its fields. */
    Form form(Learner learner, Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(typed);
        all.put("learner", learner.givenName() + " " + learner.familyName());
        all.put("people", lines(contacts.guardians(learner.id())));
        all.put("plans", lines(contacts.plans(learner.id())));
        return new Form(RecordContact.class, all, Map.of());
    }

    /** The same with what a contact says now, to its author. */
    Form form(Learner learner, GuardianContact contact, UUID reader) {
        ContactFacts facts = contact.facts();
        RestrictedText outcome = facts.outcome();
        UUID guardian = facts.with().guardianId();
        String other = facts.with().other();
        String person = guardian == null ? other == null ? "" : other : contacts.guardianName(guardian).orElse("");
        String plan = contacts.plans(learner.id())
            .stream()
            .filter(one -> one.id().equals(facts.planId()))
            .map(Named::name)
            .findFirst()
            .orElse("");
        return form(learner, Map.of("heldOn", facts.heldOn().toString(), "way", facts.way().name(), "person", person,
                "topic", facts.topic(), "outcome",
                outcome == null ? "" : outcome.shownTo(() -> contact.authorId().equals(reader)).shown(), "plan", plan));
    }

    private static String lines(List<Named> all) {
        return all.stream().map(Named::name).collect(Collectors.joining("\n"));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
