package lv.pumpurs.core.export;

import jakarta.ws.rs.core.Response;

/**
 * A list as a file, complete.
 *
 * @param rows how many it has, without the heads
 * @param response that sends it
 */
public record ListFile(int rows, Response response) {}
