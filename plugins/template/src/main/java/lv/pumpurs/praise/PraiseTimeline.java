package lv.pumpurs.praise;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.LearnerTimeline;

/** Praise on a learner's timeline: a bean of this type is enough, and it is asked only where the plugin is on. */
@Dependent
public class PraiseTimeline implements LearnerTimeline {

    private final Praises praises;

    /**
     * On the bound tenant.
     *
     * @param praises all praise
     */
    @Inject
    public PraiseTimeline(Praises praises) {
        this.praises = praises;
    }

    @Override
    public Events latest(UUID learner, Caller reader, int most) {
        // whoever may open the learner's page need not be somebody who may read praise
        Set<Role> roles = reader.rolesWith(PraisePlugin.READ);
        if (roles.isEmpty()) {
            return new Events(List.of(), 0);
        }
        return new Events(praises.of(learner, reader.personId(), roles, most)
            .stream()
            .map(one -> new Event(one.givenOn(), "praise.timeline", List.of(one.words())))
            .toList(), praises.count(learner, reader.personId(), roles));
    }
}
