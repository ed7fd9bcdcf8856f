CREATE TABLE trial (id uuid PRIMARY KEY);
CREATE VIEW trial_view AS SELECT id FROM trial;
