-- Which versions of plans incidents are handled by that are not closed, those the caller may not see included: what an older
-- version names is not taken away under them either. It names no incident.
CREATE FUNCTION plan_versions_in_use() RETURNS TABLE (key text, version integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT DISTINCT p.key, p.version FROM incident_plan p
      JOIN incident i ON i.org_id = p.org_id AND i.id = p.incident_id
      WHERE p.org_id = current_org() AND i.state <> 'closed';
  $$;
REVOKE EXECUTE ON FUNCTION plan_versions_in_use FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plan_versions_in_use TO sonae_app;
