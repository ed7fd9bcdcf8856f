package lv.pumpurs.core.plan;

import java.util.Map;

/**
 * What a form that saves itself has to know afterwards.
 *
 * @param version what it will say it has read
 * @param at time of day
 * @param ids keys of rows that had none, by the name of their field
 */
public record Saved(int version, String at, Map<String, String> ids) {}
