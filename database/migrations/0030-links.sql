-- One way for every link that works without signing in: whom it opens what for is looked up by the hash of its secret; how
-- long, and whether it was used, stands beside it. Each kind had columns and a door of its own.
CREATE TABLE link (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- Under which its secret is derived from the instance's own, and what it opens.
  purpose   text NOT NULL,
  owner_id  uuid NOT NULL,
  hash      bytea NOT NULL UNIQUE,
  -- To whom it was sent, where that is one of our people.
  person_id uuid,
  -- NULL: as long as what it opens says.
  until     timestamptz,
  used_at   timestamptz,
  PRIMARY KEY (org_id, purpose, owner_id)
);
ALTER TABLE link ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON link
  USING (org_id = (SELECT current_org()) AND ((SELECT is_insider()) OR person_id = (SELECT current_person())));
GRANT SELECT, INSERT, UPDATE, DELETE ON link TO sonae_app;
CREATE FUNCTION link_of_hash(of bytea) RETURNS TABLE (org_id uuid, purpose text, owner_id uuid, person_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT l.org_id, l.purpose, l.owner_id, l.person_id FROM link l WHERE l.hash = of;
  $$;
GRANT EXECUTE ON FUNCTION link_of_hash TO sonae_app;

INSERT INTO link (org_id, purpose, owner_id, hash)
  SELECT org_id, 'technician', id, link_hash FROM technician_link
  UNION ALL SELECT org_id, 'status subscription', id, link_hash FROM status_subscriber;
DROP FUNCTION technician_of_link;
DROP FUNCTION status_subscriber_of_link;
ALTER TABLE technician_link DROP COLUMN link_hash;
ALTER TABLE status_subscriber DROP COLUMN link_hash;
