-- Editions of the report of a survey: made once, numbered, never changed. A case is named by its number alone where readers see it.
CREATE TABLE survey_publication (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id    uuid NOT NULL,
  number      integer NOT NULL CHECK (number > 0),
  book        jsonb NOT NULL,
  printed     jsonb NOT NULL,
  differences jsonb NOT NULL,
  left_out    jsonb NOT NULL,
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (org_id, cycle_id, number),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_publication ENABLE ROW LEVEL SECURITY;
-- Which case has which number, and why one was left out, is known at the desk alone; the files are for all who see the survey.
CREATE POLICY own ON survey_publication USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk()));
GRANT SELECT, INSERT ON survey_publication TO sonae_app;

CREATE TABLE survey_publication_file (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id uuid NOT NULL,
  number   integer NOT NULL,
  name     text NOT NULL,
  sha256   text NOT NULL,
  size     integer NOT NULL,
  content  bytea NOT NULL,
  PRIMARY KEY (org_id, cycle_id, number, name),
  FOREIGN KEY (org_id, cycle_id, number) REFERENCES survey_publication (org_id, cycle_id, number) ON DELETE CASCADE
);
ALTER TABLE survey_publication_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_publication_file USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT of_survey()));
GRANT SELECT, INSERT ON survey_publication_file TO sonae_app;

-- What somebody says is wrong with what was published; what turns out so is printed with the next edition.
CREATE TABLE survey_erratum (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id    uuid NOT NULL,
  id          uuid NOT NULL,
  number      integer,
  reported_by text NOT NULL,
  reported_at timestamptz NOT NULL,
  entered_by  text NOT NULL,
  claim       text NOT NULL,
  state       text NOT NULL CHECK (state IN ('reported', 'verified', 'held', 'rejected')),
  reason      text NOT NULL DEFAULT '',
  printed_ja  text NOT NULL DEFAULT '',
  printed_en  text NOT NULL DEFAULT '',
  settled_at  timestamptz,
  settled_by  text,
  PRIMARY KEY (org_id, cycle_id, id),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_erratum ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_erratum USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk()));
GRANT SELECT, INSERT ON survey_erratum TO sonae_app;
GRANT UPDATE (state, reason, printed_ja, printed_en, settled_at, settled_by) ON survey_erratum TO sonae_app;
