-- What an edition could be linked by: decisions stay with the words they are about, so that a new edition keeps them where
-- nothing changed.
CREATE TABLE survey_linkage_decision (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  case_id     uuid NOT NULL,
  key         text NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  decision    text NOT NULL,
  reason      text NOT NULL,
  -- The edition it was decided on.
  number      integer NOT NULL,
  decided_by  text NOT NULL,
  decided_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, case_id, key),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_linkage_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_linkage_decision USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (SELECT at_survey_desk()) AND case_id NOT IN (SELECT hidden_cases()));
GRANT SELECT, INSERT, UPDATE ON survey_linkage_decision TO sonae_app;

-- What anybody can read elsewhere about the same incident.
CREATE TABLE survey_public_fact (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  case_id   uuid NOT NULL,
  id        uuid NOT NULL,
  text      text NOT NULL,
  address   text NOT NULL,
  noted_by  text NOT NULL,
  noted_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, case_id, id),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_public_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_public_fact USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (SELECT at_survey_desk()) AND case_id NOT IN (SELECT hidden_cases()));
GRANT SELECT, INSERT ON survey_public_fact TO sonae_app;

-- Who tried to find out whose incident it was, and whether they could.
CREATE TABLE survey_identification_attempt (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  case_id    uuid NOT NULL,
  id         uuid NOT NULL,
  number     integer NOT NULL,
  tried_by   text NOT NULL,
  minutes    integer NOT NULL CHECK (minutes > 0),
  means      text NOT NULL,
  found      boolean NOT NULL,
  note       text NOT NULL,
  logged_by  text NOT NULL,
  logged_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, case_id, id),
  FOREIGN KEY (org_id, case_id, number) REFERENCES survey_public_edition (org_id, case_id, number) ON DELETE CASCADE
);
ALTER TABLE survey_identification_attempt ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_identification_attempt USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (SELECT at_survey_desk()) AND case_id NOT IN (SELECT hidden_cases()));
GRANT SELECT, INSERT ON survey_identification_attempt TO sonae_app;
