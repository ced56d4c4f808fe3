-- Messages about an incident besides pages: a request to a contractor that is answered by a link, a brief, word of a task,
-- a notice to one affected person, word of the public status page. Accepted is what the mail server said; nothing more is claimed.
CREATE TABLE notice (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid,
  kind        text NOT NULL CHECK (kind IN ('request', 'brief', 'task', 'individual', 'subscribe', 'status')),
  -- The task, brief, statement or subscriber it is about.
  about       uuid NOT NULL,
  person_id   uuid,
  name        text NOT NULL,
  address     text NOT NULL,
  language    text NOT NULL CHECK (language IN ('ja', 'en')),
  subject     text NOT NULL,
  text        text NOT NULL,
  state       text NOT NULL CHECK (state IN ('queued', 'held', 'sending', 'accepted', 'failed', 'answered', 'reached', 'returned')),
  reason      text NOT NULL DEFAULT '',
  tries       integer NOT NULL DEFAULT 0,
  link_hash   bytea UNIQUE,
  link_until  timestamptz,
  made_at     timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  answer      text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE INDEX notice_incident ON notice (org_id, incident_id, kind, id);
CREATE INDEX notice_about ON notice (org_id, about);
-- Nobody is told the same thing twice.
CREATE UNIQUE INDEX notice_once ON notice (org_id, kind, about, address) WHERE kind IN ('individual', 'status');
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notice USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents())));
GRANT SELECT, INSERT, UPDATE, DELETE ON notice TO sonae_app;
CREATE FUNCTION notice_of_link(hash bytea) RETURNS TABLE (org_id uuid, id uuid, person_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT n.org_id, n.id, n.person_id FROM notice n WHERE n.link_hash = hash;
  $$;
GRANT EXECUTE ON FUNCTION notice_of_link TO sonae_app;

-- Whoever asked to be told of the public status page, and said by a link that the address is theirs.
CREATE TABLE status_subscriber (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  email        text NOT NULL,
  language     text NOT NULL CHECK (language IN ('ja', 'en')),
  asked_at     timestamptz NOT NULL,
  confirmed_at timestamptz,
  link_hash    bytea NOT NULL UNIQUE,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX status_subscriber_email ON status_subscriber (org_id, lower(email));
ALTER TABLE status_subscriber ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON status_subscriber USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE, DELETE ON status_subscriber TO sonae_app;
CREATE FUNCTION status_subscriber_of_link(hash bytea) RETURNS TABLE (org_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT s.org_id, s.id FROM status_subscriber s WHERE s.link_hash = hash;
  $$;
GRANT EXECUTE ON FUNCTION status_subscriber_of_link TO sonae_app;
