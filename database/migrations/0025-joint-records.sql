-- One event, two organisations: each keeps its own incident, and sees of the other's only what it is told and how it stands.
CREATE TABLE joint_record (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid NOT NULL,
  state       text NOT NULL CHECK (state IN ('offered', 'linked', 'ended')),
  -- The offer's code opens it once; what is stored opens nothing.
  code_hash   bytea UNIQUE,
  code_until  timestamptz,
  peer_org    uuid,
  peer_id     uuid,
  peer_name   text NOT NULL DEFAULT '',
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE INDEX joint_record_incident ON joint_record (org_id, incident_id);
ALTER TABLE joint_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON joint_record USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND incident_id NOT IN (SELECT hidden_incidents()));
GRANT SELECT, INSERT, UPDATE, DELETE ON joint_record TO sonae_app;

CREATE FUNCTION joint_of_code(hash bytea) RETURNS TABLE (org_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT j.org_id, j.id FROM joint_record j WHERE j.code_hash = hash AND j.state = 'offered';
  $$;
GRANT EXECUTE ON FUNCTION joint_of_code TO sonae_app;

-- How the other side stands; answers only the organisation it is linked with, and only while its own row says so.
CREATE FUNCTION joint_peer(peer uuid, peer_joint uuid) RETURNS TABLE (state text, declared_at timestamptz, resolved_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT i.state, i.declared_at, i.resolved_at
    FROM joint_record j JOIN incident i ON i.org_id = j.org_id AND i.id = j.incident_id
    WHERE j.org_id = peer AND j.id = peer_joint AND j.state = 'linked' AND j.peer_org = current_org();
  $$;
GRANT EXECUTE ON FUNCTION joint_peer TO sonae_app;
