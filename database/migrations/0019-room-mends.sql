-- Numbers go on over incidents the declarer may not see.
CREATE FUNCTION next_incident_number() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
  SELECT coalesce(max(i.number), 0) + 1 FROM incident i WHERE i.org_id = current_org();
$$;
GRANT EXECUTE ON FUNCTION next_incident_number TO sonae_app;

-- A case made of an incident is seen by whoever sees the incident.
DROP POLICY own ON learn_case;
CREATE POLICY own ON learn_case USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (incident_id IS NULL OR sees_incident(incident_id)));

-- Calls made for an incident are seen by whoever sees it, and are made for one that is there and not over.
DROP POLICY own ON call_run;
CREATE POLICY own ON call_run USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (incident_id IS NULL OR sees_incident(incident_id)));
DROP POLICY own ON call_run_call;
CREATE POLICY own ON call_run_call USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND EXISTS (SELECT 1 FROM call_run r WHERE r.org_id = call_run_call.org_id AND r.id = call_run_call.run_id));
ALTER TABLE call_run ADD FOREIGN KEY (org_id, incident_id) REFERENCES incident (org_id, id);
CREATE FUNCTION is_running_incident(incident uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = sonae, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM incident i WHERE i.org_id = current_org() AND i.id = incident AND i.state <> 'closed');
$$;

-- A step is one of a plan: under another plan the same position is another step.
ALTER TABLE incident_task ADD COLUMN plan_key text;
DROP INDEX incident_task_step;
CREATE UNIQUE INDEX incident_task_step ON incident_task (org_id, incident_id, plan_key, step) WHERE step IS NOT NULL;
