-- Operators a survey covers, as the surveying body knows them; their own Sonae, if any, is another organisation's.
CREATE TABLE survey_operator (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  version      integer NOT NULL,
  name         text NOT NULL,
  sector       text,
  designated   text,
  way          text NOT NULL CHECK (way IN ('direct', 'ministry', 'ceptoar')),
  via          text NOT NULL,
  contacts     json NOT NULL,
  note         text NOT NULL,
  verified_at  timestamptz,
  verified_how text NOT NULL,
  verified_by  text,
  ended_at     timestamptz,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX survey_operator_name ON survey_operator (org_id, name) WHERE ended_at IS NULL;
ALTER TABLE survey_operator ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_operator USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON survey_operator TO sonae_app;
