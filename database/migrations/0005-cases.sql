-- Learn, first stone: cases. The present text is one row; every version it ever had stays beside it.

CREATE TABLE learn_case (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  state       text NOT NULL CHECK (state IN ('draft', 'inReview', 'reviewed', 'withdrawn')),
  version     integer NOT NULL,
  document    jsonb NOT NULL,
  -- Both languages without differences of width, case and long vowels: what a search looks through.
  folded      text NOT NULL,
  incident_id uuid,
  changed_at  timestamptz NOT NULL,
  changed_by  text NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE INDEX learn_case_listed ON learn_case (org_id, changed_at DESC, id DESC);
-- One draft from one incident, however often its closing is told.
CREATE UNIQUE INDEX learn_case_incident ON learn_case (org_id, incident_id) WHERE incident_id IS NOT NULL;

CREATE TABLE learn_case_version (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  case_id    uuid NOT NULL,
  version    integer NOT NULL,
  document   jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (org_id, case_id, version),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE
);

ALTER TABLE learn_case ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON learn_case USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE learn_case_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON learn_case_version USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
-- A case is withdrawn, never deleted; a version that was is never changed.
GRANT SELECT, INSERT, UPDATE ON learn_case TO sonae_app;
GRANT SELECT, INSERT ON learn_case_version TO sonae_app;
