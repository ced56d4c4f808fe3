-- How reports stood when: withdrawn or not, leading their event or adding to another. Until now a past cut-off took both as they
-- were known later, so that a table printed twice with one cut-off differed.
ALTER TABLE survey_report ADD COLUMN stood_at timestamptz;
CREATE TABLE survey_standing (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  report_id uuid NOT NULL,
  since     timestamptz NOT NULL,
  withdrawn boolean NOT NULL,
  place     text NOT NULL CHECK (place IN ('primary', 'supplement')),
  PRIMARY KEY (org_id, report_id, since),
  FOREIGN KEY (org_id, report_id) REFERENCES survey_report (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_standing ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_standing USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk()));
-- Nobody but the trigger writes it.
GRANT SELECT ON survey_standing TO sonae_app;

-- Whoever changes how a report stands says when (stood_at).
CREATE FUNCTION keep_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
BEGIN
  INSERT INTO survey_standing SELECT n.org_id, n.id, coalesce(n.stood_at, now()), n.state = 'withdrawn', n.place
    FROM new_rows n JOIN old_rows o USING (org_id, id)
    WHERE n.number IS NOT NULL AND (n.state = 'withdrawn', n.place) IS DISTINCT FROM (o.state = 'withdrawn', o.place)
    ON CONFLICT (org_id, report_id, since) DO UPDATE SET withdrawn = excluded.withdrawn, place = excluded.place;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_standing AFTER UPDATE ON survey_report REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_standing();
CREATE TRIGGER keep_passed AFTER INSERT ON survey_standing REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_passed();
CREATE TRIGGER keep_passed_again AFTER UPDATE ON survey_standing REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_passed();

-- As before (0083), each stretch within those in which the report led its event and was not withdrawn. Before the first change
-- that is known of a report it stood as it was received; one without a change stands as it is.
CREATE OR REPLACE FUNCTION survey_stretches(orgs uuid[], reports uuid[]) RETURNS SETOF survey_passed
  LANGUAGE sql STABLE SET search_path = sonae, pg_temp AS $$
  WITH touched AS (SELECT DISTINCT t.org_id, t.report_id FROM unnest(orgs, reports) AS t(org_id, report_id)),
  versions AS (
    SELECT v.org_id, v.report_id, v.version, v.content, v.received_at,
      lead(v.received_at) OVER (PARTITION BY v.org_id, v.report_id ORDER BY v.version) AS superseded_at
    FROM survey_report_version v JOIN touched USING (org_id, report_id)
  ), verdicts AS (
    SELECT d.org_id, d.report_id, d.version, d.verdict, d.at,
      lead(d.at) OVER (PARTITION BY d.org_id, d.report_id, d.version ORDER BY d.at, d.id) AS next_at
    FROM survey_verdict d JOIN touched USING (org_id, report_id)
  ), changes AS (
    SELECT s.org_id, s.report_id, s.since, NOT s.withdrawn AND s.place = 'primary' AS counts FROM survey_standing s JOIN touched USING (org_id, report_id)
    UNION ALL
    SELECT t.org_id, t.report_id, '-infinity', r.state <> 'withdrawn' AND r.place = 'primary'
        OR EXISTS (SELECT FROM survey_standing s WHERE s.org_id = t.org_id AND s.report_id = t.report_id)
      FROM touched t JOIN survey_report r ON r.org_id = t.org_id AND r.id = t.report_id
  ), standing AS (
    SELECT c.*, lead(c.since, 1, 'infinity') OVER (PARTITION BY c.org_id, c.report_id ORDER BY c.since) AS until FROM changes c
  )
  SELECT r.org_id, r.id, v.version, stretch.since, stretch.until, r.submitted_at,
    survey_said(c->'sector') #>> '{}', survey_said(c->'eventType') #>> '{}',
    CASE WHEN survey_said(c->'causes') IS NOT NULL THEN ARRAY(SELECT DISTINCT t.cause FROM jsonb_array_elements_text(survey_said(c->'causes')) AS t(cause) ORDER BY 1) END,
    CASE WHEN survey_said(c#>'{effect,sectors}') IS NOT NULL THEN EXISTS (SELECT 1 FROM jsonb_array_elements_text(survey_said(c#>'{effect,sectors}')) AS t(sector)
      WHERE t.sector IS DISTINCT FROM survey_said(c->'sector') #>> '{}') END,
    (survey_said(c#>'{effect,levelMissed}') #>> '{}')::boolean,
    greatest((survey_said(c#>'{effect,service}')->>'level')::smallint, (survey_said(c#>'{effect,around}')->>'level')::smallint),
    survey_said(c->'measures') IS NOT NULL,
    ARRAY(SELECT DISTINCT s->>'kind' FROM jsonb_array_elements(coalesce(c->'systems', '[]')) AS s WHERE NOT s ? 'withdrawn' AND s ? 'kind' ORDER BY 1),
    survey_span(survey_said(c#>'{times,occurred}'), survey_said(c#>'{times,noticed}')),
    survey_span(survey_said(c#>'{times,noticed}'), jsonb_build_object('at', r.submitted_at, 'precision', 'second')),
    survey_span(coalesce(survey_said(c#>'{times,occurred}'), survey_said(c#>'{times,noticed}')), survey_said(c#>'{times,restored}'))
  FROM verdicts d JOIN versions v USING (org_id, report_id, version)
    JOIN survey_report r ON r.org_id = d.org_id AND r.id = d.report_id
    JOIN standing st ON st.org_id = d.org_id AND st.report_id = d.report_id AND st.counts
    CROSS JOIN LATERAL (SELECT greatest(d.at, v.received_at, st.since) AS since,
      least(coalesce(d.next_at, 'infinity'), coalesce(v.superseded_at, 'infinity'), st.until) AS until) AS stretch
    CROSS JOIN LATERAL (SELECT v.content::jsonb AS c) AS content
  WHERE d.verdict = 'passed' AND stretch.since < stretch.until
$$;

-- What the record tells of changes before: when a report was withdrawn, and when it was joined to what another leads.
INSERT INTO survey_standing
  SELECT r.org_id, r.id, max(l.at), r.state = 'withdrawn', r.place FROM survey_report r JOIN ledger l ON l.org_id = r.org_id
    AND (l.kind = 'survey.report-withdrawn' AND r.state = 'withdrawn' OR l.kind IN ('survey.report-joined', 'survey.report-led') AND r.place = 'supplement')
    AND l.body->>'reportId' = r.id::text
  GROUP BY r.org_id, r.id, r.state, r.place;
