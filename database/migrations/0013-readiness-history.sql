-- What the checks said on each day: how many were ready of how many asked, in all and by check.
CREATE TABLE readiness_day (
  org_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  day    text NOT NULL,
  ready  integer NOT NULL,
  asked  integer NOT NULL,
  checks json NOT NULL,
  PRIMARY KEY (org_id, day)
);
ALTER TABLE readiness_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON readiness_day USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON readiness_day TO sonae_app;

-- Installations that are there already begin with both now, not with their next change.
INSERT INTO timer (id, org_id, kind, key, due_at, body)
  SELECT gen_random_uuid(), o.org_id, k.kind, k.key, now(), '{}' FROM organisation o
  CROSS JOIN (VALUES ('renew-pack', 'weekly'), ('note-readiness', 'daily')) AS k (kind, key)
  ON CONFLICT DO NOTHING;
