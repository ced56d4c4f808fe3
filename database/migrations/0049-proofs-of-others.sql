-- What another Sonae sends along with its beats: proofs of its ledger, the last of each day, out of reach of whoever owns
-- its database.
CREATE TABLE heartbeat_proof (
  org_id       uuid NOT NULL,
  heartbeat_id uuid NOT NULL,
  day          date NOT NULL,
  received_at  timestamptz NOT NULL,
  text         text NOT NULL,
  PRIMARY KEY (org_id, heartbeat_id, day),
  FOREIGN KEY (org_id, heartbeat_id) REFERENCES heartbeat ON DELETE CASCADE
);
ALTER TABLE heartbeat_proof ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON heartbeat_proof USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON heartbeat_proof TO sonae_app;
