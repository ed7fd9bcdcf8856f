package lv.pumpurs.core.migration;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The application does not start on a database whose set-up does not hold. */
@Dependent
class SetUpAtStart {

    @Resource(lookup = "jdbc/pumpurs")
    private @Nullable DataSource appLogin;

    void verify(@Observes @Initialized(ApplicationScoped.class) Object started) throws SQLException {
        DataSource login = appLogin;
        if (login == null) {
            throw new IllegalStateException("the server has no data source jdbc/pumpurs");
        }
        new SetUpCheck(login).verify();
    }
}
