package lv.pumpurs.spi.plan;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What a plugin has counted of measures. A plugin that keeps what is given makes a bean of this type; the core asks every
 * such bean where it shows measures: on a plan, in a learner's file, and in the form of an evaluation as what is proposed.
 * What an evaluation has said stands, whatever is counted afterwards. Scope is the core's: it asks for measures that the
 * reader may see.
 */
public interface MeasureDelivery {

    /**
     * How much of measures was delivered so far, in a constant number of statements, and in none for no measures.
     *
     * @param measures keys of measures
     * @return measure to quantity in the unit of its kind; a measure of which the plugin knows nothing is not in it
     */
    Map<UUID, BigDecimal> delivered(Collection<UUID> measures);
}
