-- Whose a key is and what it is called, kept past its end: what was done by it names a person for as long as the record stands.
CREATE TABLE key_holder (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  key_id    uuid NOT NULL,
  person_id uuid NOT NULL,
  name      text NOT NULL,
  PRIMARY KEY (org_id, key_id)
);
ALTER TABLE key_holder ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON key_holder USING (org_id = (SELECT current_org()));
GRANT SELECT, INSERT ON key_holder TO sonae_app;

INSERT INTO key_holder (org_id, key_id, person_id, name)
  SELECT p.org_id, k.id, p.id, coalesce(k.name, '')
  FROM auth."apikey" k
  JOIN person p ON p.user_id = k."referenceId" AND p.org_id::text = (k.permissions::jsonb -> 'organisation' ->> 0)
  WHERE k.permissions IS NOT NULL
  ON CONFLICT DO NOTHING;
