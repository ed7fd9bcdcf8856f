-- Why somebody was shown what is shown to few, in the reader's own words: a whole personal code.
ALTER TABLE read_log
    ADD COLUMN reason text CHECK (length(btrim(reason)) >= 10),
    ADD CHECK (reason IS NULL OR learner_id IS NOT NULL);

CREATE OR REPLACE VIEW shown_read AS
  SELECT r.id, r.at, r.person, r.roles, r.permission, r.purposes, r.learner_id, r.row_count, r.filters, r.reason
  FROM read_log r
  WHERE current_setting('pumpurs.permission', true) = 'log:read';
