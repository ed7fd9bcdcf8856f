package lv.pumpurs.core.invitation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.invitation.Invitations.Invitee;

/** What an invitation reads and writes, each in a short transaction: none is open while the identity provider is asked. */
@Dependent
public class InvitationSteps {

    private final Invitations invitations;

    /**
     * On the bound tenant.
     *
     * @param invitations of the tenant
     */
    @Inject
    public InvitationSteps(Invitations invitations) {
        this.invitations = invitations;
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<Invitee> invitee(UUID person) {
        return invitations.invitee(person);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void answered(UUID person, Invitation.State how) {
        invitations.answer(person, how);
    }
}
