-- Who opened a learner's file, for the family and the coordinator. Like the log, it opens to a transaction that the gate
-- bound for just this, and to no other: the working role cannot bind one itself. Lists name no learner and are not here.
CREATE VIEW shown_reader AS
  SELECT r.id, r.at, r.person, r.roles, r.permission, r.learner_id
  FROM read_log r
  WHERE r.learner_id IS NOT NULL AND current_setting('pumpurs.permission', true) = 'readers:read';
