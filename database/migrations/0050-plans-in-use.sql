-- A plan that somebody handles an incident by is not taken out: which those are, by number.
CREATE FUNCTION incidents_by_plan(plan text) RETURNS SETOF integer LANGUAGE sql STABLE SET search_path = sonae, pg_temp AS $$
  SELECT i.number::integer FROM incident_plan p JOIN incident i ON i.org_id = p.org_id AND i.id = p.incident_id
  WHERE p.org_id = current_org() AND p.key = plan AND i.state <> 'closed' ORDER BY i.number;
$$;
