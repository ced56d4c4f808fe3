-- The last simulation of how long a headquarters takes: one an organisation, with how far it has come.
CREATE TABLE headquarters_time (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id       uuid NOT NULL,
  wanted   json NOT NULL,
  state    text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
  done     integer NOT NULL,
  total    integer NOT NULL,
  result   json,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (org_id)
);
ALTER TABLE headquarters_time ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON headquarters_time USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON headquarters_time TO sonae_app;
