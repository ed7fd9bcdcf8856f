package lv.pumpurs.bench;

import java.util.Arrays;

/** What was seen of one kind of request, over one slice or many. */
final class Measured {

    static final Measured NOTHING = new Measured(0, new long[0], new Cpu(0, 0));

    private final long nanos;
    private final long[] latencies;
    private final Cpu cpu;

    /**
     * One slice.
     *
     * @param nanos how long it was asked for
     * @param latencies of every answer in nanoseconds, in no order
     * @param cpu of both servers meanwhile
     */
    Measured(long nanos, long[] latencies, Cpu cpu) {
        this.nanos = nanos;
        this.latencies = latencies;
        this.cpu = cpu;
    }

    Measured plus(Measured other) {
        long[] all = Arrays.copyOf(latencies, latencies.length + other.latencies.length);
        System.arraycopy(other.latencies, 0, all, latencies.length, other.latencies.length);
        return new Measured(nanos + other.nanos, all, cpu.plus(other.cpu));
    }

    double seconds() {
        return nanos / 1e9;
    }

    Cpu cpu() {
        return cpu;
    }

    int requests() {
        return latencies.length;
    }

    /** Answers a second. */
    double rate() {
        return requests() / seconds();
    }

    double libertyPerThousand() {
        return cpu.libertySeconds() * 1000 / requests();
    }

    double postgresPerThousand() {
        return cpu.postgresSeconds() * 1000 / requests();
    }

    /** Liberty and PostgreSQL: what the targets are held against. */
    double cpuPerThousand() {
        return libertyPerThousand() + postgresPerThousand();
    }

    /** The latency in ms that this share of the answers did not exceed (nearest rank). */
    double percentile(double share) {
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)] / 1e6;
    }
}
