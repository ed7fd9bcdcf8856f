package lv.pumpurs.server.tenancy;

import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.concurrent.Callable;

/** The container's transactions, as resources get them. */
@Dependent
public class Transactions {

    @Transactional(rollbackOn = Exception.class)
    <T> T required(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    <T> T apart(Callable<T> work) throws Exception {
        return work.call();
    }
}
