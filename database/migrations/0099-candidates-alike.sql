-- What helps to rate a candidate besides its type and causes: the sectors its failure reached, and who supplied what failed.
ALTER TABLE survey_candidate
  ADD COLUMN reached text[] NOT NULL DEFAULT '{}',
  -- Names as search folds them: they are compared, not shown.
  ADD COLUMN suppliers text[] NOT NULL DEFAULT '{}';

-- Those that are listed already take it from their reports as they are now: once rating began they are not listed anew.
UPDATE survey_candidate c SET reached = r.reached, suppliers = ARRAY(
    SELECT DISTINCT find_fold(p->>'name') FROM survey_report_version v, json_array_elements(v.content->'parties') p
    WHERE v.org_id = r.org_id AND v.report_id = r.id AND v.version = r.version
      AND p->>'kind' IN ('contractor', 'supplier') AND p->>'withdrawn' IS NULL)
  FROM survey_report r WHERE r.org_id = c.org_id AND r.event_id = c.event_id AND r.place = 'primary';
