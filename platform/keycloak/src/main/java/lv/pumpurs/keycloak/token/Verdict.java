package lv.pumpurs.keycloak.token;

import lv.pumpurs.core.identity.Person;

/** What an access token turned out to be. */
public sealed interface Verdict {

    /**
     * A good one.
     *
     * @param person whom it proves
     */
    record Accepted(Person person) implements Verdict {}

    /** It was ours, but its time is over: the login behind it may still be good for a new one. */
    record Expired() implements Verdict {}

    /** Not a token of ours, or not meant for us. */
    record Rejected() implements Verdict {}

    /** Nobody can tell now: the issuer's keys are not known and it does not answer. */
    record Unknown() implements Verdict {}
}
