-- Where it happens (key of a site), whether it is an exercise, and what is known to be so of it by whom.
ALTER TABLE incident ADD COLUMN site text;
ALTER TABLE incident ADD COLUMN drill boolean NOT NULL DEFAULT false;
-- A going-through of the call tree belongs to an incident, where there is one, and to the site it was made for.
ALTER TABLE call_run ADD COLUMN incident_id uuid;
ALTER TABLE call_run ADD COLUMN site text;
CREATE INDEX call_run_incident ON call_run (org_id, incident_id) WHERE incident_id IS NOT NULL;

-- Seen only by those it is shared with: nearly always empty, so that asking costs nothing.
CREATE TABLE restricted_incident (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  incident_id uuid NOT NULL,
  PRIMARY KEY (org_id, incident_id)
);
ALTER TABLE restricted_incident ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON restricted_incident USING (org_id = (SELECT current_org()));
GRANT SELECT, INSERT, DELETE ON restricted_incident TO sonae_app;

-- Sonae itself (no person) sees all; a person inside sees what is not restricted; anybody sees what is shared with them.
CREATE FUNCTION sees_incident(incident uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = sonae, pg_temp AS $$
  SELECT (is_insider() AND (current_person() IS NULL OR NOT EXISTS (
      SELECT 1 FROM restricted_incident r WHERE r.org_id = current_org() AND r.incident_id = incident)))
    OR is_shared('incident', incident);
$$;
DROP POLICY own ON incident;
CREATE POLICY own ON incident USING (org_id = (SELECT current_org()) AND sees_incident(id))
  WITH CHECK (org_id = (SELECT current_org()));
DROP POLICY own ON page;
CREATE POLICY own ON page USING (org_id = (SELECT current_org())
  AND (CASE WHEN incident_id IS NULL THEN is_insider() ELSE sees_incident(incident_id) END));
DROP POLICY own ON ledger;
CREATE POLICY own ON ledger FOR SELECT USING (org_id = (SELECT current_org())
  AND (CASE WHEN incident_id IS NULL THEN (SELECT is_insider()) ELSE sees_incident(incident_id) END));
