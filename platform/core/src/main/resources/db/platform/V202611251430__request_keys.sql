-- What was done under a key, so that the same request sent again is not done again. Hashes only, and where the answer
-- led: nothing of anybody. Written in the transaction of the act.
CREATE TABLE request_key (
  person uuid NOT NULL DEFAULT nullif(current_setting('pumpurs.actor', true), '')::uuid,
  key text NOT NULL,
  request text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  status integer,
  location text,
  PRIMARY KEY (person, key)
);
CREATE INDEX request_key_at ON request_key (at);

-- Takes a key for the transaction that asks and gives no row, or gives what was answered to the one that had it. Whoever
-- repeats a request that is still under way must not hold a connection until it is done: lock_timeout, for this
-- function only. Each act clears away what is too old, so no job has to.
CREATE FUNCTION claim_request_key(the_key text, the_request text, kept_hours integer)
RETURNS SETOF request_key LANGUAGE plpgsql SET lock_timeout = '250ms' AS $$
BEGIN
  DELETE FROM request_key USING (SELECT o.person, o.key FROM request_key o
      WHERE o.at < clock_timestamp() - make_interval(hours => kept_hours) FOR UPDATE SKIP LOCKED) old
    WHERE request_key.person = old.person AND request_key.key = old.key;
  INSERT INTO request_key (key, request) VALUES (the_key, the_request) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN QUERY SELECT k.* FROM request_key k
      WHERE k.person = nullif(current_setting('pumpurs.actor', true), '')::uuid AND k.key = the_key;
  END IF;
END
$$;
GRANT EXECUTE ON FUNCTION claim_request_key(text, text, integer) TO ${flyway:defaultSchema};
