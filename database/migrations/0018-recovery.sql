-- The board of a recovery: one row for each machine that is affected, as it was in the register when the board began.
CREATE TABLE recovery_item (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id uuid NOT NULL,
  asset_key   text NOT NULL,
  name        text NOT NULL,
  class       text NOT NULL,
  company     text NOT NULL,
  site        text NOT NULL,
  wave        integer NOT NULL,
  state       text NOT NULL CHECK (state IN ('waiting', 'inProgress', 'blocked', 'restored', 'notAffected')),
  blocker     text NOT NULL,
  restored_at timestamptz,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, incident_id, asset_key),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
CREATE INDEX recovery_item_state ON recovery_item (org_id, incident_id, state, asset_key);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['recovery_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND sees_incident(incident_id))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO sonae_app', t);
  END LOOP;
END $$;
