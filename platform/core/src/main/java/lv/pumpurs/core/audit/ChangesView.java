package lv.pumpurs.core.audit;

import java.util.List;
import lv.pumpurs.core.web.Paging;

/**
 * The log of changes.
 *
 * @param changes of this page, newest first
 * @param paging where in the log this page stands
 * @param filter to what it is narrowed
 * @param choices to what it can be narrowed
 */
public record ChangesView(List<ChangeView> changes, Paging paging, LogFilter filter, LogChoices choices) {}
