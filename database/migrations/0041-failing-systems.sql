-- Systems that fail in any real incident that goes on, whoever asks: an outlet that needs one does not work for anybody. Which
-- incident it is stays with those who may see it.
CREATE FUNCTION failing_systems() RETURNS TABLE (asset_key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT DISTINCT a.asset_key FROM incident_asset a
    JOIN incident i ON i.org_id = a.org_id AND i.id = a.incident_id
    WHERE a.org_id = current_org() AND i.state = 'open' AND NOT i.drill
      AND a.state IN ('suspected', 'affected', 'contained');
  $$;
REVOKE EXECUTE ON FUNCTION failing_systems FROM PUBLIC;
GRANT EXECUTE ON FUNCTION failing_systems TO sonae_app;
