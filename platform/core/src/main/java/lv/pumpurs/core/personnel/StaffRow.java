package lv.pumpurs.core.personnel;

import java.util.List;
import java.util.UUID;

/**
 * A member of staff in a list.
 *
 * @param id key
 * @param givenName given name
 * @param familyName family name
 * @param email address of the login
 * @param roles as far as the reader may see them, those that hold today first
 */
public record StaffRow(UUID id, String givenName, String familyName, String email, List<RoleLine> roles) {}
