-- A page may also call somebody for one thing in an incident: to a headquarters, to a role, to a task whose time ran out.
ALTER TABLE page DROP CONSTRAINT page_subject_kind_check;
ALTER TABLE page ADD CONSTRAINT page_subject_kind_check CHECK (subject_kind IN ('incident', 'break-glass', 'summons'));
ALTER TABLE page ADD COLUMN topic text NOT NULL DEFAULT '';
-- Nobody answered: after a pause the same people are asked again. So many times they have been.
ALTER TABLE page ADD COLUMN rounds integer NOT NULL DEFAULT 1;

-- Whole texts and who read which belong to incidents, and are hidden with them.
DROP POLICY own ON statement_approval;
CREATE POLICY own ON statement_approval USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND EXISTS (SELECT 1 FROM statement s WHERE s.org_id = statement_approval.org_id AND s.id = statement_id));
DROP POLICY own ON brief_reading;
CREATE POLICY own ON brief_reading USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND EXISTS (SELECT 1 FROM brief b WHERE b.org_id = brief_reading.org_id AND b.id = brief_id));

-- A regime may be reported to again and again; each report of a stage has its number.
ALTER TABLE external_report ADD COLUMN number integer NOT NULL DEFAULT 1;
ALTER TABLE external_report ADD COLUMN overdue_at timestamptz;
ALTER TABLE external_report DROP CONSTRAINT external_report_org_id_incident_id_regime_stage_key;
ALTER TABLE external_report ADD UNIQUE (org_id, incident_id, regime, stage, number);

-- When a machine was put on the board: the pace is measured from then, whatever was changed since.
ALTER TABLE recovery_item ADD COLUMN added_at timestamptz;
UPDATE recovery_item SET added_at = changed_at;
ALTER TABLE recovery_item ALTER COLUMN added_at SET NOT NULL;

-- Two incidents that turn out to be one: the second goes on as the first.
ALTER TABLE incident ADD COLUMN merged_into uuid;

-- An answer to an inquiry is given in approved words: proposed by one person, approved by another.
ALTER TABLE inquiry DROP CONSTRAINT inquiry_state_check;
ALTER TABLE inquiry ADD CONSTRAINT inquiry_state_check CHECK (state IN ('open', 'proposed', 'answered'));
ALTER TABLE inquiry ADD COLUMN proposed_by text;
ALTER TABLE inquiry ADD COLUMN approved_by text;

CREATE FUNCTION is_drill_incident(incident uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = sonae, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM incident i WHERE i.org_id = current_org() AND i.id = incident AND i.drill);
$$;
GRANT EXECUTE ON FUNCTION is_drill_incident TO sonae_app;

-- It came again and had no effect: which measure that proves (an improvement; what it is called stands there).
ALTER TABLE incident_link ADD COLUMN improvement_id uuid;

-- What a task that was raised by itself is about, so that it is raised once and ends with its matter.
ALTER TABLE incident_task ADD COLUMN matter text NOT NULL DEFAULT '';

-- What a report's clock runs by: the law from a time of the record, a time the authority gave, when it was asked for, or when another went out.
ALTER TABLE external_report ADD COLUMN clock text NOT NULL DEFAULT 'law'
  CHECK (clock IN ('law', 'authority', 'asked', 'submission'));

-- What somebody is called for is of the room; an outside party has the incident's own page alone.
DROP POLICY own ON page;
CREATE POLICY own ON page USING (org_id = (SELECT current_org())
  AND (CASE WHEN (SELECT is_insider()) THEN incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents())
    ELSE subject_kind = 'incident' AND incident_id IS NOT NULL AND is_shared('incident', incident_id) END));
