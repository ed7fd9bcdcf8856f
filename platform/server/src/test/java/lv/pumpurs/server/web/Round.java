package lv.pumpurs.server.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import lv.pumpurs.core.mail.Rounds;
import lv.pumpurs.spi.Open;

/** Lets a test say when a round of mail goes. */
@Path("trial/mail-round")
@Dependent
public class Round {

    private final Rounds rounds;

    /**
     * One per request.
     *
     * @param rounds of mail
     */
    @Inject
    public Round(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Goes round once. */
    @POST
    @Open(because = "only a test has it")
    public void go() {
        rounds.round();
    }
}
