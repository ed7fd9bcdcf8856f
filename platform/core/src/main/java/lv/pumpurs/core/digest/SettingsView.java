package lv.pumpurs.core.digest;

/**
 * The person's own settings.
 *
 * @param settings what is chosen
 * @param mailed whether mail goes out at all
 * @param hour from when on in the morning
 */
public record SettingsView(Settings settings, boolean mailed, int hour) {}
