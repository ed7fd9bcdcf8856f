package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.LearnerTimeline;

/** Consultations on a learner's timeline: those that the reader may read in the plugin's own list. */
@Dependent
public class ConsultationTimeline implements LearnerTimeline {

    private final Consultations consultations;

    /**
     * On the bound tenant.
     *
     * @param consultations the consultations
     */
    @Inject
    public ConsultationTimeline(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Events latest(UUID learner, Caller reader, int most) {
        Set<Role> roles = reader.rolesWith(ConsultationsPlugin.READ);
        if (roles.isEmpty()) {
            return new Events(List.of(), 0);
        }
        return new Events(consultations.of(learner, reader.personId(), roles, most)
            .stream()
            .map(one -> new Event(one.heldOn(), "consultations.timeline",
                    List.of(one.subject(), Integer.toString(one.minutes()))))
            .toList(), consultations.count(learner, reader.personId(), roles));
    }
}
