package lv.pumpurs.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** A launcher of the database alone, in a JVM of its own that the test kills. */
final class DatabaseOwner {

    private DatabaseOwner() {}

    /** Workspace, distributions, port. */
    public static void main(String[] arguments) throws Exception {
        Workspace workspace = Workspace.open(Path.of(arguments[0]));
        PostgresProcess postgres = new PostgresProcess(workspace, Path.of(arguments[1]),
                Integer.parseInt(arguments[2]));
        postgres.start();
        try (Connection connection = postgres.superuser("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 1");
        }
        System.out.println("up");
        Thread.sleep(Long.MAX_VALUE);
    }
}
