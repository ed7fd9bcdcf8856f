package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.LearnerTimeline;

/** Consultations on a learner's timeline: those that the reader may read in the plugin's own list. */
@Dependent
public class ConsultationTimeline implements LearnerTimeline {

    private final Consultations consultations;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param consultations the consultations
     * @param clock business time
     */
    @Inject
    public ConsultationTimeline(Consultations consultations, InstantSource clock) {
        this.consultations = consultations;
        this.clock = clock;
    }

    @Override
    public Events latest(UUID learner, Caller reader, int most) {
        Set<Role> roles = reader.rolesWith(ConsultationsPlugin.READ);
        if (roles.isEmpty()) {
            return new Events(List.of(), 0);
        }
        Reader asked = new Reader(reader.personId(), roles, BusinessTime.today(clock));
        ConsultationFilter of = new ConsultationFilter(null, null, learner);
        return new Events(consultations.latest(asked, of, most)
            .stream()
            .map(one -> new Event(one.heldOn(), "consultations.timeline." + one.state(),
                    List.of(one.subject(), Integer.toString(one.minutes()))))
            .toList(), consultations.count(asked, of));
    }
}
