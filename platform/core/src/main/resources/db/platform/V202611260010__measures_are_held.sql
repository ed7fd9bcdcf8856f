-- What plugins write for planned measures is counted against what was planned. Whoever writes holds the measures until the
-- transaction ends: of two who write at once the second one waits, and counts what the first one wrote. Keys are parted
-- by commas; they are taken in one order, so that two who hold several never wait for each other.
CREATE FUNCTION spi_hold_measures(keys text) RETURNS bigint
LANGUAGE sql VOLATILE
BEGIN ATOMIC
    SELECT count(*)
    FROM (SELECT m.id FROM planned_measure m WHERE m.id = ANY (string_to_array(keys, ',')::uuid[])
          ORDER BY m.id FOR NO KEY UPDATE) held;
END;
GRANT EXECUTE ON FUNCTION spi_hold_measures(text) TO ${flyway:defaultSchema};
