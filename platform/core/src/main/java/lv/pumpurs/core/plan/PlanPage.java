package lv.pumpurs.core.plan;

import java.util.List;

/** One page of a list of plans, and how many all pages have. */
record PlanPage(List<PlanRow> rows, long total) {}
