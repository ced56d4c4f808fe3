-- What statistics count: one row for each stretch of time in which a version of a report stood as passed, with what is
-- counted of it. It holds nothing of its own and is in no backup: triggers keep it beside reports, versions and verdicts, in the
-- same transaction, whoever writes. Only primary reports that were not withdrawn have rows.
CREATE TABLE survey_passed (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  report_id    uuid NOT NULL,
  version      integer NOT NULL,
  -- From the verdict up to the next one or the next version, whichever came first.
  since        timestamptz NOT NULL,
  until        timestamptz NOT NULL,
  submitted_at timestamptz NOT NULL,
  sector       text,
  event_type   text,
  -- NULL where nothing was said.
  causes       text[],
  reached      boolean,
  level_missed boolean,
  level        smallint,
  measures     boolean NOT NULL,
  systems      text[] NOT NULL,
  -- Seconds; NULL where one of two times is missing, -1 where they are too coarse to tell.
  to_notice    bigint,
  to_report    bigint,
  to_restore   bigint,
  PRIMARY KEY (org_id, report_id, since),
  FOREIGN KEY (org_id, report_id) REFERENCES survey_report (org_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_passed_submitted ON survey_passed (org_id, submitted_at);
ALTER TABLE survey_passed ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_passed USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
-- Nobody but the triggers writes it.
GRANT SELECT ON survey_passed TO sonae_app;

-- A field of a report: what it says, or NULL.
CREATE FUNCTION survey_said(field jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN field->>'is' = 'value' THEN field->'value' END
$$;
-- A time as a report has it; NULL rather than a report that cannot be received.
CREATE FUNCTION survey_time(told jsonb) RETURNS timestamptz LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN regexp_replace(told->>'at', '\[.*$', '')::timestamptz;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;
CREATE FUNCTION survey_span(one jsonb, other jsonb) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN one IS NULL OR other IS NULL OR begun IS NULL OR ended IS NULL THEN NULL
    WHEN one->>'precision' IN ('day', 'month') OR other->>'precision' IN ('day', 'month') OR ended < begun THEN -1
    ELSE extract(epoch FROM ended - begun)::bigint END
  FROM (SELECT survey_time(one) AS begun, survey_time(other) AS ended) AS times
$$;

-- What of the named reports stood as passed, and when. The newest version that was there and the newest verdict on it count: a
-- new version is in review until somebody looks at it.
CREATE FUNCTION survey_stretches(orgs uuid[], reports uuid[]) RETURNS SETOF survey_passed
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
    CROSS JOIN LATERAL (SELECT greatest(d.at, v.received_at) AS since, least(coalesce(d.next_at, 'infinity'), coalesce(v.superseded_at, 'infinity')) AS until) AS stretch
    CROSS JOIN LATERAL (SELECT v.content::jsonb AS c) AS content
  WHERE d.verdict = 'passed' AND stretch.since < stretch.until AND r.state = 'received' AND r.place = 'primary'
$$;

CREATE FUNCTION keep_passed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
DECLARE
  orgs uuid[];
  reports uuid[];
BEGIN
  IF TG_TABLE_NAME = 'survey_report' THEN
    SELECT array_agg(n.org_id), array_agg(n.id) INTO orgs, reports FROM new_rows n JOIN old_rows o USING (org_id, id)
      WHERE (n.state, n.place, n.submitted_at) IS DISTINCT FROM (o.state, o.place, o.submitted_at);
  ELSE
    SELECT array_agg(n.org_id), array_agg(n.report_id) INTO orgs, reports FROM new_rows n;
  END IF;
  IF reports IS NULL THEN RETURN NULL; END IF;
  DELETE FROM survey_passed p USING unnest(orgs, reports) AS t(org_id, report_id)
    WHERE p.org_id = t.org_id AND p.report_id = t.report_id;
  INSERT INTO survey_passed SELECT * FROM survey_stretches(orgs, reports);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_passed AFTER INSERT ON survey_report_version REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_passed();
CREATE TRIGGER keep_passed AFTER INSERT ON survey_verdict REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_passed();
CREATE TRIGGER keep_passed AFTER UPDATE ON survey_report REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_passed();
-- Reports that were there before.
INSERT INTO survey_passed SELECT s.* FROM
  (SELECT array_agg(org_id) AS orgs, array_agg(id) AS reports FROM survey_report) AS r, survey_stretches(r.orgs, r.reports) AS s;
