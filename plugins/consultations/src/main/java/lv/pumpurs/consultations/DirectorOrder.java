package lv.pumpurs.consultations;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Direktora rīkojums under which consultations of a school may be remote: on which days, by which providers, for which
 * plans, named by their ID code. One that names no provider, or no plan, is for all of them.
 */
@Entity
@Table(name = "consultation_order")
public class DirectorOrder {

    @Id
    private UUID id;

    @Column(name = "school_id")
    private UUID schoolId;

    private String number;

    @Column(name = "ordered_on")
    private LocalDate orderedOn;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "entered_by")
    private UUID enteredBy;

    @ElementCollection
    @CollectionTable(name = "consultation_order_provider", joinColumns = @JoinColumn(name = "order_id"))
    @Column(name = "provider_id")
    private Set<String> providers = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "consultation_order_plan", joinColumns = @JoinColumn(name = "order_id"))
    @Column(name = "plan_code")
    private Set<String> plans = new HashSet<>();

    @Version
    private int version;

    /** For JPA. */
    protected DirectorOrder() {}

    /**
     * An order that was given.
     *
     * @param id key, UUID version 7
     * @param schoolId the school
     * @param paper its number and days
     * @param enteredBy who wrote it down
     */
    DirectorOrder(UUID id, UUID schoolId, Paper paper, UUID enteredBy) {
        if (paper.validTo().isBefore(paper.validFrom()) || paper.validTo().isBefore(paper.orderedOn())) {
            throw ConsultationProblem.ORDER_WRONG.at("validTo");
        }
        this.id = id;
        this.schoolId = schoolId;
        this.number = paper.number();
        this.orderedOn = paper.orderedOn();
        this.validFrom = paper.validFrom();
        this.validTo = paper.validTo();
        this.enteredBy = enteredBy;
    }

    /**
     * What stands on the paper.
     *
     * @param number its number
     * @param orderedOn its date
     * @param validFrom first day on which consultations may be remote
     * @param validTo last such day
     */
    record Paper(String number, LocalDate orderedOn, LocalDate validFrom, LocalDate validTo) {}

    /** Narrows it to some providers and some plans. */
    void only(Set<UUID> someProviders, Set<String> somePlans) {
        someProviders.forEach(key -> providers.add(key.toString()));
        plans.addAll(somePlans);
    }

    /** Whether it covers a consultation. */
    boolean covers(UUID school, LocalDate day, UUID provider, String planCode) {
        return schoolId.equals(school) && !day.isBefore(validFrom) && !day.isAfter(validTo)
                && (providers.isEmpty() || providers.contains(provider.toString()))
                && (plans.isEmpty() || plans.contains(planCode));
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    Paper paper() {
        return new Paper(number, orderedOn, validFrom, validTo);
    }

    Set<UUID> providers() {
        return providers.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    Set<String> plans() {
        return Set.copyOf(plans);
    }
}
