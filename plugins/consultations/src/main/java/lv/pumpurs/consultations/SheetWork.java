package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.consultations.ConsultationSheets.Named;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.PluginWork;

/** What waits of the monthly sheets: with the provider, with the school, and with the municipality. */
@Dependent
public class SheetWork implements PluginWork {

    private static final int MOST = 10;

    private final ConsultationSheets sheets;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param sheets the sheets
     * @param clock business time
     */
    @Inject
    public SheetWork(ConsultationSheets sheets, InstantSource clock) {
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public List<Group> due(Caller reader) {
        LocalDate today = BusinessTime.today(clock);
        List<Group> groups = new ArrayList<>();
        if (reader.may(ConsultationsPlugin.WRITE)) {
            Reader own = new Reader(reader.personId(), reader.rolesWith(ConsultationsPlugin.WRITE), today);
            groups.add(waiting("consultations.work.returned", own, "RETURNED",
                    "consultations/sheets?stage=RETURNED", one -> "consultations/month?month="
                            + one.sheet().month()));
            groups.add(notHandedIn(reader, today));
        }
        if (reader.may(ConsultationsPlugin.VERIFY)) {
            groups.add(waiting("consultations.work.verify",
                    new Reader(reader.personId(), reader.rolesWith(ConsultationsPlugin.VERIFY), today), "SUBMITTED",
                    "consultations/decisions/verification", SheetWork::page));
        }
        if (reader.may(ConsultationsPlugin.ACCEPT)) {
            groups.add(waiting("consultations.work.accept",
                    new Reader(reader.personId(), reader.rolesWith(ConsultationsPlugin.ACCEPT), today), "VERIFIED",
                    "consultations/decisions/acceptance", SheetWork::page));
        }
        return groups.stream().filter(group -> group.total() > 0).toList();
    }

    private Group waiting(String title, Reader reader, String stage, String all, Function<Named, String> where) {
        List<Item> items = sheets.longest(reader, stage, MOST)
            .stream()
            .map(one -> new Item(where.apply(one), one.learner().name(), one.plan().code(), one.sheet().submittedOn(),
                    null, false))
            .toList();
        return new Group(title, sheets.count(reader, new SheetFilter(null, stage, null, null, null)), 0,
                new Link("consultations.sheets", all), items);
    }

    private Group notHandedIn(Caller reader, LocalDate today) {
        LocalDate first = today.withDayOfMonth(1);
        List<Item> items = sheets.forgotten(reader.personId(), first)
            .stream()
            .map(row -> YearMonth.of(((Number) row[0]).intValue(), ((Number) row[1]).intValue()))
            .sorted(Comparator.reverseOrder())
            .map(month -> new Item("consultations/month?month=" + month, month.toString(), null, month.atEndOfMonth(),
                    null, false))
            .toList();
        return new Group("consultations.work.month", items.size(), 0,
                new Link("consultations.month.mine", "consultations/month"), items.stream().limit(MOST).toList());
    }

    private static String page(Named one) {
        return "consultations/sheets/" + one.sheet().id();
    }
}
