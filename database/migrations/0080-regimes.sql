-- To whom incidents may have to be reported and by when, edition after edition; the first edition of what the product brings
-- stands in no row. A report keeps the edition it was opened by.
CREATE TABLE regime_edition (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  regime   text NOT NULL,
  edition  integer NOT NULL CHECK (edition > 0),
  document json NOT NULL,
  since    timestamptz NOT NULL,
  kept_by  text NOT NULL,
  PRIMARY KEY (org_id, regime, edition)
);
ALTER TABLE regime_edition ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON regime_edition USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT ON regime_edition TO sonae_app;

ALTER TABLE external_report ADD COLUMN edition integer NOT NULL DEFAULT 1;
