package lv.pumpurs.core.identity;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;
import lv.pumpurs.core.tenancy.TenantScope;

/**
 * Lets go of the tenant when the answer is written. A servlet filter, because a response filter of JAX-RS runs before
 * the body is written; and it clears before as well, because the thread comes from a pool.
 */
@WebFilter("/*")
public class TenantScopeEnd implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        TenantScope.clear();
        try {
            chain.doFilter(request, response);
        } finally {
            TenantScope.clear();
        }
    }
}
