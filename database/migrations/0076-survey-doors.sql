-- Ways in for operators without an account, each to one report. The link itself stands with all others, as a hash.
CREATE TABLE survey_door (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id        uuid NOT NULL,
  report_id uuid NOT NULL,
  name      text NOT NULL,
  email     text NOT NULL,
  language  text NOT NULL CHECK (language IN ('ja', 'en')),
  opened_at timestamptz NOT NULL,
  until     timestamptz NOT NULL,
  ended_at  timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, report_id) REFERENCES survey_report (org_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_door_of ON survey_door (org_id, report_id);
ALTER TABLE survey_door ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_door USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON survey_door TO sonae_app;
