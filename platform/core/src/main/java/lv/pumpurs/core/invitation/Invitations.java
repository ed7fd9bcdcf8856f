package lv.pumpurs.core.invitation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The invitations of a tenant. */
@Dependent
public class Invitations {

    private final EntityManager entities;
    private final InstantSource clock;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     * @param clock business time
     */
    @Inject
    public Invitations(EntityManager entities, InstantSource clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Notes that somebody shall be invited. It is sent once this is certain: {@link Inviting#send}.
     *
     * @param person the person's key in the tenant
     */
    public void ask(UUID person) {
        Invitation known = entities.find(Invitation.class, person);
        if (known == null) {
            entities.persist(new Invitation(person, clock.instant()));
        } else {
            known.become(Invitation.State.ASKED, clock.instant());
        }
    }

    /**
     * How far somebody's invitation is.
     *
     * @param person the person's key in the tenant
     * @return empty for somebody who came otherwise
     */
    public Optional<Invitation.State> state(UUID person) {
        return Optional.ofNullable(entities.find(Invitation.class, person)).map(Invitation::state);
    }

    void answer(UUID person, Invitation.State how) {
        Invitation asked = entities.find(Invitation.class, person);
        if (asked != null) {
            asked.become(how, clock.instant());
        }
    }

    /** Whom the identity provider shall know. */
    Optional<Invitee> invitee(UUID person) {
        List<?> rows = entities.createNativeQuery("""
                select a.email, a.given_name, a.family_name from account a join invitation i on i.id = a.person_id
                where a.person_id = ?1 order by a.email limit 1""").setParameter(1, person).getResultList();
        return rows.stream()
            .map(row -> (Object[]) row)
            .map(row -> new Invitee((String) row[0], (String) row[1], (String) row[2]))
            .findFirst();
    }

    /** A person as the identity provider knows people. */
    record Invitee(String email, String givenName, String familyName) {}
}
