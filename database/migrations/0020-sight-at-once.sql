-- Which incidents are kept from somebody is worked out once for a question, not for every row of it.
CREATE FUNCTION hidden_incidents() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
  SELECT r.incident_id FROM restricted_incident r
  WHERE r.org_id = current_org() AND current_person() IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM share s WHERE s.org_id = r.org_id AND s.thing_kind = 'incident' AND s.thing_id = r.incident_id
      AND s.person_id = current_person());
$$;
GRANT EXECUTE ON FUNCTION hidden_incidents TO sonae_app;

DROP POLICY own ON incident;
CREATE POLICY own ON incident USING (org_id = (SELECT current_org())
  AND (CASE WHEN (SELECT is_insider()) THEN id NOT IN (SELECT hidden_incidents()) ELSE is_shared('incident', id) END))
  WITH CHECK (org_id = (SELECT current_org()));
DROP POLICY own ON page;
CREATE POLICY own ON page USING (org_id = (SELECT current_org())
  AND (CASE WHEN (SELECT is_insider()) THEN incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents())
    ELSE incident_id IS NOT NULL AND is_shared('incident', incident_id) END));
DROP POLICY own ON ledger;
CREATE POLICY own ON ledger FOR SELECT USING (org_id = (SELECT current_org())
  AND (CASE WHEN (SELECT is_insider()) THEN incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents())
    ELSE incident_id IS NOT NULL AND is_shared('incident', incident_id) END));
DROP POLICY own ON learn_case;
CREATE POLICY own ON learn_case USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents())));
DROP POLICY own ON call_run;
CREATE POLICY own ON call_run USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents())));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['incident_link', 'incident_asset', 'incident_role', 'incident_task', 'headquarters', 'brief',
    'emergency_change', 'hypothesis', 'external_report', 'statement', 'withheld', 'inquiry', 'recovery_item'] LOOP
    EXECUTE format('DROP POLICY own ON %I', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND incident_id NOT IN (SELECT hidden_incidents()))', t);
  END LOOP;
END $$;
DROP FUNCTION sees_incident;
