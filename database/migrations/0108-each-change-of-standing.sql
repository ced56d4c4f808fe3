-- What 0102 took from the record of changes before it was one row a report, at the last of them: a report that was joined and later
-- withdrawn counted until it was withdrawn. Here is a row for each line of the record; later changes the trigger has kept.
WITH lines AS (
  SELECT l.org_id, l.seq, l.at, l.kind, (l.body->>'reportId')::uuid AS report_id, (l.body->>'eventId')::uuid AS event_id FROM ledger l
    WHERE l.kind IN ('survey.report-joined', 'survey.report-led', 'survey.report-withdrawn')
      AND l.at < (SELECT m.applied_at FROM migration m WHERE m.number = 102)
), joined AS (
  -- Taken out, a report has an event of its own: nobody was put into it before, and nobody else began there.
  SELECT j.*, NOT EXISTS (SELECT FROM lines o WHERE o.org_id = j.org_id AND o.event_id = j.event_id AND o.seq < j.seq)
      AND NOT EXISTS (SELECT FROM lines o WHERE o.org_id = j.org_id AND o.event_id = j.event_id AND o.kind = 'survey.report-led')
      AND NOT EXISTS (SELECT FROM survey_report r WHERE r.org_id = j.org_id AND r.event_id = j.event_id AND r.id <> j.report_id AND r.number IS NOT NULL
        AND NOT EXISTS (SELECT FROM lines o WHERE o.org_id = r.org_id AND o.report_id = r.id AND o.kind = 'survey.report-joined')) AS alone
    FROM lines j WHERE j.kind = 'survey.report-joined'
), changes AS (
  SELECT org_id, report_id, seq, at, CASE WHEN alone THEN 'primary' ELSE 'supplement' END AS place, false AS withdraws FROM joined
  UNION ALL SELECT org_id, report_id, seq, at, 'primary', false FROM lines WHERE kind = 'survey.report-led'
  UNION ALL SELECT org_id, report_id, seq, at, NULL, true FROM lines WHERE kind = 'survey.report-withdrawn'
  -- Whoever led before adds to the other from then on; of that the record has no line of its own.
  UNION ALL SELECT l.org_id, r.id, l.seq, l.at, 'supplement', false FROM lines l JOIN survey_report r ON r.org_id = l.org_id AND r.id <> l.report_id
    WHERE l.kind = 'survey.report-led' AND r.number IS NOT NULL AND l.event_id = coalesce(
      (SELECT j.event_id FROM joined j WHERE j.org_id = r.org_id AND j.report_id = r.id AND j.seq < l.seq ORDER BY j.seq DESC LIMIT 1),
      CASE WHEN NOT EXISTS (SELECT FROM joined j WHERE j.org_id = r.org_id AND j.report_id = r.id) THEN r.event_id END)
), stood AS (
  SELECT c.org_id, c.report_id, c.seq, c.at, bool_or(c.withdraws) OVER w AS withdrawn,
    coalesce((array_agg(c.place) FILTER (WHERE c.place IS NOT NULL) OVER w)[count(c.place) OVER w], 'primary') AS place
  FROM changes c WINDOW w AS (PARTITION BY c.org_id, c.report_id ORDER BY c.seq)
), each AS (
  SELECT DISTINCT ON (org_id, report_id, at) org_id, report_id, at, withdrawn, place FROM stood ORDER BY org_id, report_id, at, seq DESC
), known AS (
  -- After the last of them it stands as it does now, unless the trigger kept more.
  SELECT e.*, lead(e.at) OVER (PARTITION BY e.org_id, e.report_id ORDER BY e.at) IS NULL AND NOT EXISTS (SELECT FROM survey_standing s
    WHERE s.org_id = e.org_id AND s.report_id = e.report_id AND s.since >= (SELECT m.applied_at FROM migration m WHERE m.number = 102)) AS is_last
  FROM each e
)
INSERT INTO survey_standing
  SELECT r.org_id, r.id, k.at, CASE WHEN k.is_last THEN r.state = 'withdrawn' ELSE k.withdrawn END, CASE WHEN k.is_last THEN r.place ELSE k.place END
  FROM known k JOIN survey_report r ON r.org_id = k.org_id AND r.id = k.report_id
  ON CONFLICT (org_id, report_id, since) DO UPDATE SET withdrawn = excluded.withdrawn, place = excluded.place;
