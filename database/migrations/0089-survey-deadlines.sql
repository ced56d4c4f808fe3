-- By when a body wants reports, in editions; and of each report which edition it is held against, what is owed next, and what
-- came late. Whether something is overdue is seen when one looks: nothing turns late by itself in a table.
CREATE TABLE survey_deadlines (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  edition  integer NOT NULL CHECK (edition > 1),
  document json NOT NULL,
  since    timestamptz NOT NULL,
  kept_by  text NOT NULL,
  PRIMARY KEY (org_id, edition)
);
ALTER TABLE survey_deadlines ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_deadlines USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT ON survey_deadlines TO sonae_app;

ALTER TABLE survey_report
  ADD COLUMN deadlines integer,
  ADD COLUMN due_stage text,
  ADD COLUMN due_at timestamptz,
  ADD COLUMN late_stages text[] NOT NULL DEFAULT '{}';
-- Only what runs is looked for by when it is due, and only what came late by that.
CREATE INDEX survey_report_due ON survey_report (org_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX survey_report_late ON survey_report (org_id, latest_at) WHERE late_stages <> '{}';
