-- A plan that somebody handles an incident by stays, also where whoever would take it out may not see that incident: that
-- there is one, and nothing else of it.
CREATE FUNCTION is_plan_in_use(plan text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM incident_plan p JOIN incident i ON i.org_id = p.org_id AND i.id = p.incident_id
      WHERE p.org_id = current_org() AND p.key = plan AND i.state <> 'closed');
  $$;
REVOKE EXECUTE ON FUNCTION is_plan_in_use FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_plan_in_use TO sonae_app;
