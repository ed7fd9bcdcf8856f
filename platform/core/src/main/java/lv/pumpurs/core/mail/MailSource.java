package lv.pumpurs.core.mail;

import lv.pumpurs.core.registry.Tenant;

/** Something that puts mail on its way by itself, and not because somebody did something; asked on each round. */
public interface MailSource {

    /**
     * Puts on its way what it is time for.
     *
     * @param tenant the bound tenant
     */
    void prepare(Tenant tenant);
}
