-- Which case was drafted of which event: one of each.
CREATE TABLE survey_draft (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  event_id    uuid NOT NULL,
  case_id     uuid NOT NULL,
  drafted_by  text NOT NULL,
  drafted_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, event_id),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_draft ENABLE ROW LEVEL SECURITY;
-- Hidden with its case.
CREATE POLICY own ON survey_draft USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND case_id NOT IN (SELECT hidden_cases()));
GRANT SELECT, INSERT ON survey_draft TO sonae_app;
