package lv.pumpurs.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import lv.pumpurs.bench.floor.Script.Turn;

/** Closed-loop clients: each waits for an answer before it asks again. Loopback only, and never longer than told. */
final class Load implements AutoCloseable {

    private final int port;
    private final Supplier<Cpu> cpu;
    private final Tokens tokens;
    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads;
    private int seed;

    /** Who proves to be whom. */
    @FunctionalInterface
    interface Tokens {
        String of(Kind.Who who, String tenant);
    }

    Load(int port, int clients, Tokens tokens, Supplier<Cpu> cpu) throws IOException {
        this.port = port;
        this.cpu = cpu;
        this.tokens = tokens;
        for (int i = 0; i < clients; i++) {
            this.clients.add(new Client(port));
        }
        this.threads = Executors.newFixedThreadPool(clients);
    }

    /** Asks for one kind for some seconds, spread over the first tenants by chance. */
    Measured slice(Kind kind, int tenants, int seconds) throws IOException, InterruptedException {
        Cpu before = cpu.get();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<Future<long[]>> running = new ArrayList<>();
        for (Client client : clients) {
            Random chance = new Random(seed++);
            running.add(threads.submit(() -> until(end, client, kind, tenants, chance)));
        }
        long[][] latencies = new long[clients.size()][];
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] = result(running.get(i));
        }
        long took = System.nanoTime() - start;
        return new Measured(took, Arrays.stream(latencies).flatMapToLong(Arrays::stream).toArray(),
                cpu.get().since(before));
    }

    private long[] until(long end, Client client, Kind kind, int tenants, Random chance) throws IOException {
        long[] latencies = new long[1024];
        int answers = 0;
        long now = System.nanoTime();
        while (now < end) {
            String request = request(kind, 1 + chance.nextInt(tenants), chance.nextInt(1000));
            long asked = System.nanoTime();
            client.ask(request);
            now = System.nanoTime();
            if (answers == latencies.length) {
                latencies = Arrays.copyOf(latencies, answers * 2);
            }
            latencies[answers++] = now - asked;
        }
        return Arrays.copyOf(latencies, answers);
    }

    /** As many requests as told, one after the other, the tenants in turn; gives the last answer. */
    String times(Kind kind, int tenants, int requests) throws IOException {
        for (int i = 0; i < requests; i++) {
            clients.getFirst().ask(request(kind, 1 + i % tenants, i));
        }
        return clients.getFirst().body();
    }

    /** Every client asks every tenant once, side by side: each of their connections has then seen all. */
    void visitEach(Kind kind, int tenants) throws IOException, InterruptedException {
        List<Future<long[]>> running = new ArrayList<>();
        for (Client client : clients) {
            running.add(threads.submit(() -> {
                for (int number = 1; number <= tenants; number++) {
                    client.ask(request(kind, number, number));
                }
                return new long[0];
            }));
        }
        for (Future<long[]> one : running) {
            result(one);
        }
    }

    /** One request, whose turn somebody wants to know. */
    void once(Kind kind, Turn turn) throws IOException {
        clients.getFirst().ask(request(kind, turn));
    }

    private String request(Kind kind, int number, int turn) {
        return request(kind, kind.turn(number, turn));
    }

    private String request(Kind kind, Turn turn) {
        return kind.request(port, turn, kind.form() == Kind.Form.FLOOR ? "" : tokens.of(kind.who(), turn.tenant()));
    }

    private static long[] result(Future<long[]> running) throws IOException, InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() == null ? "failed" : e.getCause().getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Client client : clients) {
            client.close();
        }
    }
}
