-- What the secretariat asks about a report, and what was answered.
CREATE TABLE survey_question (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  report_id   uuid NOT NULL,
  number      integer NOT NULL,
  field       text,
  text        text NOT NULL,
  asked_at    timestamptz NOT NULL,
  asked_by    text NOT NULL,
  answer      text,
  answered_at timestamptz,
  answered_by text NOT NULL,
  dropped_at  timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, report_id, number),
  FOREIGN KEY (org_id, report_id) REFERENCES survey_report (org_id, id) ON DELETE CASCADE,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX survey_question_open ON survey_question (org_id, report_id) WHERE answered_at IS NULL AND dropped_at IS NULL;
ALTER TABLE survey_question ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_question USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON survey_question TO sonae_app;
