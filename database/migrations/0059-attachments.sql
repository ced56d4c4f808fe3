-- Pictures and files on the timeline of an incident: kept in the database, so that they are in every backup, and seen by
-- whoever sees the incident. They are never changed and never taken away; the ledger has their hashes.
CREATE TABLE attachment (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid NOT NULL,
  name        text NOT NULL,
  type        text NOT NULL,
  size        integer NOT NULL CHECK (size > 0),
  sha256      text NOT NULL,
  content     bytea NOT NULL,
  added_by    text NOT NULL,
  added_at    timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id)
);
-- Pictures are packed already.
ALTER TABLE attachment ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX attachment_incident ON attachment (org_id, incident_id);
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON attachment USING (org_id = (SELECT current_org())
  AND (CASE WHEN (SELECT is_insider()) THEN incident_id NOT IN (SELECT hidden_incidents()) ELSE is_shared('incident', incident_id) END));
GRANT SELECT, INSERT ON attachment TO sonae_app;
