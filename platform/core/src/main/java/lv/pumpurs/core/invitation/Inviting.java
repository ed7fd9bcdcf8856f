package lv.pumpurs.core.invitation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import lv.pumpurs.core.invitation.Invitation.State;
import lv.pumpurs.core.invitation.Invitations.Invitee;
import lv.pumpurs.core.provisioning.Organisations;
import lv.pumpurs.core.web.CurrentTenant;
import lv.pumpurs.spi.Page;

/**
 * Tells the identity provider of somebody who was invited, and notes what came of it. To be called when it is certain
 * that the person is kept, outside a transaction: the identity provider may take its time. Sent again it changes
 * nothing that was done.
 */
@Dependent
public class Inviting {

    private static final System.Logger LOG = System.getLogger(Inviting.class.getName());

    private final InvitationSteps steps;
    private final Instance<Organisations> organisations;
    private final CurrentTenant place;

    /**
     * One per request.
     *
     * @param steps what is read and written
     * @param organisations the identity provider, looked for when it is needed
     * @param place the tenant
     */
    @Inject
    public Inviting(InvitationSteps steps, Instance<Organisations> organisations, CurrentTenant place) {
        this.steps = steps;
        this.organisations = organisations;
        this.place = place;
    }

    /**
     * Sends an invitation that was asked for.
     *
     * @param person the person's key in the tenant
     */
    public void send(UUID person) {
        Page.TenantName tenant = place.tenant();
        if (tenant != null) {
            steps.invitee(person).ifPresent(who -> steps.answered(person, tell(tenant.slug(), who)));
        }
    }

    private State tell(String tenant, Invitee who) {
        try {
            Organisations known = organisations.get();
            known.ensureMember(tenant, who.email(), who.givenName(), who.familyName(), null);
            return known.invite(who.email()) ? State.MAILED : State.MEMBER;
        } catch (RuntimeException e) {
            // no message: it may name the person
            LOG.log(System.Logger.Level.WARNING, "An invitation could not be sent: {0}", e.getClass().getName());
            return State.FAILED;
        }
    }
}
