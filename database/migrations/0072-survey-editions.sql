-- Lists a surveying body counts by, edition after edition; the first is what the product brings and stands in no row.
CREATE TABLE survey_edition (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  list     text NOT NULL,
  edition  integer NOT NULL CHECK (edition > 1),
  document json NOT NULL,
  since    timestamptz NOT NULL,
  kept_by  text NOT NULL,
  PRIMARY KEY (org_id, list, edition)
);
ALTER TABLE survey_edition ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_edition USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT ON survey_edition TO sonae_app;
