package lv.pumpurs.consultations;

/** Which constraint of the database said no; the driver's own types are not for plugins. */
public final class Broken {

    private Broken() {}

    /**
     * Whether a constraint did.
     *
     * @param refused what was thrown
     * @param constraint its name
     */
    public static boolean is(Throwable refused, String constraint) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && message.contains(constraint)) {
                return true;
            }
        }
        return false;
    }
}
