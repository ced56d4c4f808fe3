-- How far it has spread, looked at again and again: containment is confirmed when the number no longer grows (C9-R7).
CREATE TABLE growth_check (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid NOT NULL,
  affected    integer NOT NULL CHECK (affected >= 0),
  note        text NOT NULL,
  checked_by  text NOT NULL,
  checked_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE INDEX growth_check_incident ON growth_check (org_id, incident_id, id);

-- Clean, restore or rebuild, and when each is right. The empty key is for everything that has none of its own.
CREATE TABLE restore_strategy (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id uuid NOT NULL,
  asset_key   text NOT NULL,
  method      text NOT NULL CHECK (method IN ('clean', 'restore', 'rebuild')),
  criteria    text NOT NULL,
  chosen_by   text NOT NULL,
  chosen_at   timestamptz NOT NULL,
  PRIMARY KEY (org_id, incident_id, asset_key),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);

-- What the owner of a system says to its place in the order, in this incident.
CREATE TABLE recovery_answer (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id uuid NOT NULL,
  asset_key   text NOT NULL,
  agreed      boolean NOT NULL,
  note        text NOT NULL,
  answered_by text NOT NULL,
  -- Of the unit that owns it; somebody else may answer for them at night.
  as_owner    boolean NOT NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, incident_id, asset_key),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);

-- Why it is over: what was done, the attack ended by itself, or the supplier mended it.
CREATE TABLE recovery_cause (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id uuid NOT NULL,
  cause       text NOT NULL CHECK (cause IN ('ownAction', 'attackEnded', 'supplier', 'unknown')),
  note        text NOT NULL,
  PRIMARY KEY (org_id, incident_id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);

-- A page for technicians on site, opened by a QR code: one part of the board, for a while, without an account.
CREATE TABLE technician_link (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid NOT NULL,
  name        text NOT NULL,
  filter      json NOT NULL,
  link_hash   bytea NOT NULL UNIQUE,
  until       timestamptz NOT NULL,
  made_by     text NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE FUNCTION technician_of_link(hash bytea) RETURNS TABLE (org_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT t.org_id, t.id FROM technician_link t WHERE t.link_hash = hash;
  $$;
GRANT EXECUTE ON FUNCTION technician_of_link TO sonae_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['growth_check', 'restore_strategy', 'recovery_answer', 'recovery_cause', 'technician_link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND incident_id NOT IN (SELECT hidden_incidents()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO sonae_app', t);
  END LOOP;
END $$;
