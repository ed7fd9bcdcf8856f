package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.DueConsultations.Due;
import lv.pumpurs.consultations.DueConsultations.Kind;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.PluginWork;

/**
 * What waits for a provider: to say what became of what was planned, to have what was held confirmed, and to write down
 * what was held just now. The learners of whom that is likely are a touch away, and so is the group of last time.
 */
@Dependent
public class ConsultationWork implements PluginWork {

    private static final int LEARNERS = 9;
    private static final int DAYS_OF_GROUP = 60;

    private final ConsultationDesk desk;
    private final DueConsultations due;

    /**
     * On the bound tenant.
     *
     * @param desk for whom the provider may write something down
     * @param due what waits
     */
    @Inject
    public ConsultationWork(ConsultationDesk desk, DueConsultations due) {
        this.desk = desk;
        this.due = due;
    }

    @Override
    public List<Group> due(Caller reader) {
        if (!reader.may(ConsultationsPlugin.WRITE)) {
            return List.of();
        }
        List<Due> found = due.of(reader.personId(), desk.now());
        List<Group> groups = new ArrayList<>();
        add(groups, found, Kind.HOLD, new Link("consultations.due.HOLD.all", "consultations?state=PLANNED"));
        addLearners(groups, reader.personId());
        add(groups, found, Kind.CONFIRM, new Link("consultations.due.CONFIRM.all", "consultations?state=HELD"));
        return groups;
    }

    private void add(List<Group> groups, List<Due> found, Kind kind, Link all) {
        LocalDate today = desk.today();
        List<Due> some = found.stream().filter(one -> one.kind() == kind).toList();
        if (!some.isEmpty()) {
            List<Item> items = some.stream()
                .map(one -> new Item("consultations/" + one.id(), one.learner(), one.subject(), one.day(), one.dueOn(),
                        one.dueOn().isBefore(today)))
                .toList();
            groups.add(new Group("consultations.due." + kind, some.getFirst().total(), some.getFirst().late(), all,
                    items));
        }
    }

    private void addLearners(List<Group> groups, UUID me) {
        LocalDate today = desk.today();
        List<MeasureAtHand> open = desk.mine().stream().filter(one -> one.isOpenOn(today)).toList();
        if (open.isEmpty()) {
            return;
        }
        Map<UUID, LocalDate> last = due.lastHeld(open.stream().map(MeasureAtHand::id).toList());
        List<Item> items = open.stream()
            .sorted(Comparator.comparing((MeasureAtHand one) -> last.getOrDefault(one.id(), LocalDate.MIN)).reversed())
            .limit(LEARNERS)
            .map(one -> new Item(
                    "consultations/learners/" + one.plan().learnerId() + "/new?measure=" + one.id(),
                    one.learner().name(), one.measure().subject(),
                    last.getOrDefault(one.id(), one.measure().startsOn()),
                    null, false))
            .collect(Collectors.toCollection(ArrayList::new));
        addGroup(items, open, last, due.lastTogether(me, today.minusDays(DAYS_OF_GROUP)));
        groups.add(new Group("consultations.due.LOG", open.size(), 0,
                new Link("consultations.due.LOG.all", "consultations"), items));
    }

    /** Behind the learner of last time, the group of last time: those of it for whom there is something left. */
    private static void addGroup(List<Item> items, List<MeasureAtHand> open, Map<UUID, LocalDate> last,
            List<UUID> together) {
        List<MeasureAtHand> group = open.stream().filter(one -> together.contains(one.id())).toList();
        if (group.size() > 1) {
            items.add(1, new Item(
                    group.stream()
                        .map(one -> one.id().toString())
                        .collect(Collectors.joining("&measure=", "consultations/sessions/new?measure=", "")),
                    group.stream().map(one -> one.learner().name()).collect(Collectors.joining(", ")),
                    group.getFirst().measure().subject(), Objects.requireNonNull(last.get(group.getFirst().id())), null,
                    false));
        }
    }
}
