-- A rater is blind from when rating starts: before that nothing is given, and whoever prepares a survey may rate in it too.
CREATE OR REPLACE FUNCTION blind_cycles() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
  SELECT s.cycle_id FROM survey_sheet s JOIN survey_cycle c ON c.org_id = s.org_id AND c.id = s.cycle_id
  WHERE s.org_id = current_org() AND s.rater_id = current_person() AND s.locked_at IS NULL AND c.state <> 'open';
$$;
