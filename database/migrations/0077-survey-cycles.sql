-- A survey of a fiscal year, and by what its candidates are rated, edition after edition.
CREATE TABLE survey_cycle (
  org_id          uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id              uuid NOT NULL,
  version         integer NOT NULL,
  fiscal_year     integer NOT NULL,
  window_from     date NOT NULL,
  window_until    date NOT NULL CHECK (window_until >= window_from),
  purpose         text NOT NULL,
  plan_name       text NOT NULL,
  plan_decided_by text NOT NULL,
  plan_decided_on date,
  target          integer CHECK (target > 0),
  state           text NOT NULL CHECK (state IN ('open', 'rating', 'selected', 'hearing', 'drafting', 'review', 'published')),
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, fiscal_year),
  -- What the survey supplements and why stands in what is published.
  CHECK (state <> 'published' OR (purpose <> '' AND plan_name <> '' AND plan_decided_by <> '' AND plan_decided_on IS NOT NULL))
);
CREATE TABLE survey_criteria (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id uuid NOT NULL,
  edition  integer NOT NULL CHECK (edition > 0),
  document json NOT NULL,
  since    timestamptz NOT NULL,
  kept_by  text NOT NULL,
  PRIMARY KEY (org_id, cycle_id, edition),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_cycle ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_cycle USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON survey_cycle TO sonae_app;
ALTER TABLE survey_criteria ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_criteria USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT ON survey_criteria TO sonae_app;
