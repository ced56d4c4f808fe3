-- What is odd about an alarm is kept beside it, in both languages; the alarm itself is never refused for it.
ALTER TABLE signal ADD COLUMN remarks json NOT NULL DEFAULT '[]';

-- The last bodies of a source of which something could not be taken, so that somebody can see what was lost and why.
CREATE TABLE refused_body (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id        uuid NOT NULL,
  source_id uuid NOT NULL,
  at        timestamptz NOT NULL,
  -- As it came, cut where it is long.
  body      text NOT NULL,
  length    integer NOT NULL,
  taken     integer NOT NULL,
  reasons   json NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX refused_body_source ON refused_body (org_id, source_id, id DESC);
ALTER TABLE refused_body ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON refused_body USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, DELETE ON refused_body TO sonae_app;

-- Words for the end that nobody has chosen: the longer list of this version holds.
UPDATE source SET settings = (settings::jsonb - 'resolvedValues')::json
  WHERE settings::jsonb->'resolvedValues' = '["resolved", "ok", "recovered", "up"]';
