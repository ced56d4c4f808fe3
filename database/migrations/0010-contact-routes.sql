-- How a person is reached, in the order in which it is tried; and when only a page may disturb them.
CREATE TABLE contact_route (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  person_id   uuid NOT NULL,
  position    integer NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('email', 'phone', 'sms', 'chat')),
  address     text NOT NULL,
  note        text NOT NULL,
  -- When somebody at the other end last answered.
  verified_at timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_route_person ON contact_route (org_id, person_id, position);
CREATE TABLE quiet_hours (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  person_id  uuid NOT NULL,
  from_time  text NOT NULL,
  until_time text NOT NULL,
  PRIMARY KEY (org_id, person_id),
  FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE CASCADE
);

-- A question sent to somebody who answers by a link, without signing in: does this address reach you, do we agree.
CREATE TABLE confirmation (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('route', 'sheet')),
  person_id   uuid,
  -- The route, or the key of the party; and what the asked sheet said then.
  subject     text NOT NULL,
  digest      text NOT NULL,
  name        text NOT NULL,
  address     text NOT NULL,
  language    text NOT NULL CHECK (language IN ('ja', 'en')),
  link_hash   bytea NOT NULL UNIQUE,
  asked_at    timestamptz NOT NULL,
  asked_by    text NOT NULL,
  send_at     timestamptz NOT NULL,
  until       timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('queued', 'held', 'accepted', 'failed', 'answered')),
  reason      text NOT NULL,
  tries       integer NOT NULL DEFAULT 0,
  answered_at timestamptz,
  answered_by text,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX confirmation_person ON confirmation (org_id, person_id);
CREATE INDEX confirmation_subject ON confirmation (org_id, kind, subject, asked_at DESC);
ALTER TABLE contact_route ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON contact_route USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE quiet_hours ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON quiet_hours USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON confirmation USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_route, quiet_hours, confirmation TO sonae_app;
CREATE FUNCTION confirmation_of_link(hash bytea) RETURNS TABLE (org_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT c.org_id, c.id FROM confirmation c WHERE c.link_hash = hash;
  $$;
