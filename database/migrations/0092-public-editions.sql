-- What must not be told of a case, and the editions made of it for the public.
CREATE TABLE survey_entity (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  case_id     uuid NOT NULL,
  id          uuid NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  kind        text NOT NULL,
  names       jsonb NOT NULL,
  aliases     jsonb NOT NULL,
  label       jsonb,
  origin      text NOT NULL,
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, case_id, id),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_entity ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_entity USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk())
  AND case_id NOT IN (SELECT hidden_cases()));
GRANT SELECT, INSERT, UPDATE, DELETE ON survey_entity TO sonae_app;

-- Never changed once made: the application may add one, and read.
CREATE TABLE survey_public_edition (
  org_id        uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  case_id       uuid NOT NULL,
  number        integer NOT NULL CHECK (number > 0),
  case_version  integer NOT NULL,
  document      jsonb NOT NULL,
  hash          text NOT NULL,
  -- What was replaced by what, sealed with the installation's own key: it undoes the work.
  sealed_log    bytea NOT NULL,
  made_by       text NOT NULL,
  made_at       timestamptz NOT NULL,
  PRIMARY KEY (org_id, case_id, number),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_public_edition ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_public_edition USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk())
  AND case_id NOT IN (SELECT hidden_cases()));
GRANT SELECT, INSERT ON survey_public_edition TO sonae_app;
