package lv.pumpurs.keycloak.provider;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider's endpoints and keys. Both are fetched when first needed, so Pumpurs starts without the
 * provider; once known they outlive an outage of it, so people who are signed in stay so.
 */
public final class OidcProvider implements JWKSource<SecurityContext> {

    private static final int TIMEOUT_MS = 3_000;
    private static final int MAX_BYTES = 200_000;
    /** Requests that need the provider while it is down fail at once instead of each waiting for the time-out. */
    private static final long NOT_AGAIN_WITHIN_NS = Duration.ofSeconds(2).toNanos();

    private final String issuer;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Found found;
    private @Nullable ProviderUnreachable failure;
    private long failedAt;

    private record Found(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /**
     * A provider that has not been asked yet.
     *
     * @param issuer its issuer
     */
    public OidcProvider(String issuer) {
        this.issuer = issuer;
    }

    /**
     * Its endpoints.
     *
     * @return the metadata, whose issuer equals the configured one
     * @throws ProviderUnreachable if they are not known yet and cannot be had now
     */
    public OIDCProviderMetadata metadata() throws ProviderUnreachable {
        return found().metadata();
    }

    /**
     * Its endpoints, asked for anew: the browser is about to be sent there and would stand before a dead page.
     *
     * @return the metadata
     * @throws ProviderUnreachable if it does not answer now
     */
    public OIDCProviderMetadata metadataNow() throws ProviderUnreachable {
        if (found == null) {
            return metadata();
        }
        try {
            return resolve();
        } catch (GeneralException | IOException e) {
            throw new ProviderUnreachable("discovery at " + issuer, e);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return found().keys().get(selector, context);
        } catch (ProviderUnreachable e) {
            throw new RemoteKeySourceException(e.getMessage(), e);
        }
    }

    private Found found() throws ProviderUnreachable {
        Found known = found;
        return known != null ? known : discover();
    }

    private Found discover() throws ProviderUnreachable {
        lock.lock();
        try {
            Found known = found;
            if (known != null) {
                return known;
            }
            if (failure != null && System.nanoTime() - failedAt < NOT_AGAIN_WITHIN_NS) {
                throw failure;
            }
            OIDCProviderMetadata metadata = resolve();
            Found now = new Found(metadata, keys(metadata));
            found = now;
            return now;
        } catch (GeneralException | IOException e) {
            failure = new ProviderUnreachable("discovery at " + issuer, e);
            failedAt = System.nanoTime();
            throw failure;
        } finally {
            lock.unlock();
        }
    }

    private OIDCProviderMetadata resolve() throws GeneralException, IOException {
        return OIDCProviderMetadata.resolve(new Issuer(issuer), TIMEOUT_MS, TIMEOUT_MS);
    }

    /** Unknown keys are looked for at once (rotation), but not more often than every 5 s, whatever is thrown at us. */
    private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) throws IOException {
        return JWKSourceBuilder
            .create(metadata.getJWKSetURI().toURL(), new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_BYTES))
            .cache(Duration.ofMinutes(10).toMillis(), Duration.ofSeconds(10).toMillis())
            .refreshAheadCache(false)
            .rateLimited(Duration.ofSeconds(5).toMillis())
            .retrying(true)
            .outageTolerant(Duration.ofHours(8).toMillis())
            .build();
    }
}
