-- What people take along when their network and their sign-in are gone, as it was last made.
CREATE TABLE pack (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  version    integer NOT NULL,
  digest     text NOT NULL,
  content    json NOT NULL,
  made_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (org_id)
);
ALTER TABLE pack ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON pack USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON pack TO sonae_app;
