-- Why a text of a case is told in general words or not at all, and who approved of it.
CREATE TABLE survey_disclosure (
  org_id           uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  case_id          uuid NOT NULL,
  -- By what the text is known in each version of the case: a claim, a label, a line, a lesson.
  part             text NOT NULL,
  version          integer NOT NULL CHECK (version > 0),
  disclosure       text NOT NULL,
  general          jsonb,
  reason           text NOT NULL,
  -- The words it was decided on: another text is decided anew.
  mark             text NOT NULL,
  decided_by       text NOT NULL,
  decided_at       timestamptz NOT NULL,
  approved_by      text,
  approved_at      timestamptz,
  approval_reason  text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, case_id, part),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_disclosure ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_disclosure USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (SELECT at_survey_desk()) AND case_id NOT IN (SELECT hidden_cases()));
GRANT SELECT, INSERT, UPDATE ON survey_disclosure TO sonae_app;
