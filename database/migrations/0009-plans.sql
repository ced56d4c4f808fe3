-- Which versions of which plans were put in force, and when; the last one counts, also when it is an older version; a version itself stands in register_version and never changes.
CREATE TABLE plan_publication (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  key          text NOT NULL,
  -- Counts publications of a plan; clocks may stand still.
  number       integer NOT NULL,
  version      integer NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  PRIMARY KEY (org_id, key, number)
);
-- The plan an incident is handled by: it keeps the version it started with, whatever is published meanwhile.
CREATE TABLE incident_plan (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id uuid NOT NULL,
  key         text NOT NULL,
  version     integer NOT NULL,
  chosen_at   timestamptz NOT NULL,
  PRIMARY KEY (org_id, incident_id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
ALTER TABLE plan_publication ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON plan_publication USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT ON plan_publication TO sonae_app;
ALTER TABLE incident_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON incident_plan USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON incident_plan TO sonae_app;
-- What kind of situation an incident was declared as, where somebody said so; rules can say it for theirs.
ALTER TABLE incident ADD COLUMN situation text;
ALTER TABLE declare_rule ADD COLUMN situation text;
-- What is known or estimated of it now, by input; the ledger has how it came to be.
ALTER TABLE incident ADD COLUMN estimates json NOT NULL DEFAULT '{}';
