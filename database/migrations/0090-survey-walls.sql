-- What the caller may do, as the application said at the start of the transaction: names with a space between.
CREATE FUNCTION may(permission text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN permission = ANY (string_to_array(coalesce(current_setting('sonae.may', true), ''), ' '));
-- The secretariat: reports, operators, hearings and their mails are for it alone.
CREATE FUNCTION at_survey_desk() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN may('survey.intake') OR may('survey.manage');
CREATE FUNCTION of_survey() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN may('survey.read') OR may('survey.rate') OR at_survey_desk();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['survey_operator', 'survey_receipts', 'survey_report', 'survey_report_version', 'survey_verdict', 'survey_reading',
    'survey_source', 'survey_question', 'survey_door', 'survey_passed', 'survey_hearing', 'survey_hearing_question', 'survey_hearing_material',
    'survey_hearing_custody', 'survey_hearing_line', 'survey_hearing_comment'] LOOP
    EXECUTE format('DROP POLICY own ON %I', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk()))', t);
  END LOOP;
  -- Packages pass between organisations: who sends reports of their own has them too.
  FOREACH t IN ARRAY ARRAY['survey_key', 'survey_peer', 'survey_refused'] LOOP
    EXECUTE format('DROP POLICY own ON %I', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
      AND (SELECT at_survey_desk() OR may(''report.send'')))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['survey_cycle', 'survey_criteria', 'survey_deadlines'] LOOP
    EXECUTE format('DROP POLICY own ON %I', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT of_survey()))', t);
  END LOOP;
END $$;

DROP POLICY own ON survey_sent;
CREATE POLICY own ON survey_sent USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND ((SELECT at_survey_desk())
  OR (SELECT may('report.send')) AND kind NOT IN ('question', 'question-dropped', 'verdict', 'withdrawal')));
-- What came for senders they read too; what others report is read at the desk alone.
DROP POLICY own ON survey_received;
CREATE POLICY own ON survey_received USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND ((SELECT at_survey_desk())
  OR (SELECT may('report.send')) AND kind IN ('message', 'question', 'question-dropped', 'verdict', 'withdrawal')));

DROP POLICY own ON survey_draft;
CREATE POLICY own ON survey_draft USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk())
  AND case_id NOT IN (SELECT hidden_cases()));

DROP POLICY own ON own_report;
CREATE POLICY own ON own_report USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT may('report.send'))
  AND (incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents())));

-- Surveys in which whoever asks rates: of others a rater sees nothing.
CREATE FUNCTION rated_cycles() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
  SELECT s.cycle_id FROM survey_sheet s
  WHERE s.org_id = current_org() AND s.rater_id = current_person() AND may('survey.rate');
$$;
REVOKE EXECUTE ON FUNCTION rated_cycles FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rated_cycles TO sonae_app;

DROP POLICY own ON survey_candidate;
CREATE POLICY own ON survey_candidate USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk()));
CREATE POLICY rated ON survey_candidate FOR SELECT USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND cycle_id IN (SELECT rated_cycles()) AND out_reason IS NULL);

-- These narrow down what the policies of 0078 let through: sheets nobody sees before they are done themselves.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['survey_sheet', 'survey_rating', 'survey_pick', 'survey_selection', 'survey_selection_record'] LOOP
    EXECUTE format('CREATE POLICY concerned ON %I AS RESTRICTIVE
      USING ((SELECT at_survey_desk()) OR cycle_id IN (SELECT rated_cycles()))', t);
  END LOOP;
END $$;

-- What a rater reads of the reports of candidates they rate: the newest version that passed, without who is to be contacted.
CREATE VIEW survey_rated_report WITH (security_barrier) AS
  SELECT c.org_id, c.cycle_id, c.event_id, r.id AS report_id, r.number, v.version, v.stage, v.submitted_at,
    (v.content::jsonb - 'contacts')::json AS content
  FROM survey_sheet s
    JOIN survey_candidate c ON c.org_id = s.org_id AND c.cycle_id = s.cycle_id AND c.out_reason IS NULL
    JOIN survey_report r ON r.org_id = c.org_id AND r.event_id = c.event_id AND r.place = 'primary' AND r.state = 'received'
    CROSS JOIN LATERAL (SELECT n.version, n.stage, n.submitted_at, n.content FROM survey_report_version n
      WHERE n.org_id = r.org_id AND n.report_id = r.id AND (SELECT d.verdict FROM survey_verdict d
        WHERE d.org_id = n.org_id AND d.report_id = n.report_id AND d.version = n.version ORDER BY d.at DESC, d.id DESC LIMIT 1) = 'passed'
      ORDER BY n.version DESC LIMIT 1) AS v
  WHERE s.org_id = (SELECT current_org()) AND s.rater_id = (SELECT current_person()) AND (SELECT is_insider()) AND (SELECT may('survey.rate'));
GRANT SELECT ON survey_rated_report TO sonae_app;

-- As before (0088), and nothing for whoever is not at the desk.
CREATE OR REPLACE FUNCTION find_reports(said text, most integer) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = sonae, pg_temp SET enable_seqscan = off AS $$
DECLARE
  org uuid := current_org();
  words text[] := find_words(said);
  found uuid[];
BEGIN
  IF org IS NULL OR NOT is_insider() OR NOT at_survey_desk() THEN RETURN '{}'; END IF;
  IF cardinality(words) = 0 THEN RETURN NULL; END IF;
  found := ARRAY(SELECT r.id FROM survey_report r WHERE r.org_id = org
    AND grams_of(r.folded) @> (SELECT array_agg(DISTINCT g) FROM unnest(words) AS w, unnest(grams_of(w)) AS g) LIMIT most + 1);
  RETURN CASE WHEN cardinality(found) <= most THEN found END;
END $$;

-- Mails to operators hold their addresses, and questions about their reports.
CREATE POLICY concerned ON message AS RESTRICTIVE USING (purpose NOT LIKE 'survey%' OR (SELECT at_survey_desk()));

-- Lines of the record of a survey, for whom the fact of each says (areas/survey/facts.ts): a test holds the two together.
CREATE FUNCTION is_survey_line_shown(kind text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN CASE
  WHEN kind LIKE 'own-report.%' OR kind = 'package.read' THEN may('report.send')
  WHEN kind IN ('survey.candidates-listed', 'survey.criteria-kept', 'survey.cycle-changed', 'survey.cycle-opened', 'survey.cycle-turned',
    'survey.deadlines-kept', 'survey.list-kept', 'survey.report-published', 'survey.selection-signed') THEN may('survey.read')
  WHEN kind LIKE 'survey.%' OR kind LIKE 'package.%' OR kind LIKE 'peer.%' OR kind LIKE 'exchange.%' THEN at_survey_desk()
  ELSE true END;
CREATE POLICY concerned ON ledger AS RESTRICTIVE FOR SELECT
  USING ((SELECT at_survey_desk() AND may('report.send')) OR is_survey_line_shown(kind));
