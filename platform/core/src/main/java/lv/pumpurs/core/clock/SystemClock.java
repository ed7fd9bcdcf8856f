package lv.pumpurs.core.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** Gives every bean the time of the machine. Days are told in Latvia's zone by {@code BusinessTime}. */
@ApplicationScoped
public class SystemClock {

    @Produces
    @Dependent
    InstantSource clock() {
        return InstantSource.system();
    }
}
