-- What lies at the survey's desk is found by Ctrl-K too, by whoever may see it and nobody else.
SELECT let_find('survey_report', $told$n.org_id, 'survey-report', n.id::text, coalesce(nullif(n.title, ''), n.operator_name),
  coalesce(nullif(n.title, ''), n.operator_name), concat_ws(' ', 'R-' || lpad(n.number::text, greatest(4, length(n.number::text)), '0'), nullif(n.operator_name, '')),
  NULL::integer, n.verdict, NULL::uuid, NULL::uuid, NULL::uuid, n.latest_at, n.number IS NOT NULL$told$);
SELECT let_find('survey_cycle', $told$n.org_id, 'survey-cycle', n.id::text, n.fiscal_year || '年度 補完調査', 'Survey of fiscal year ' || n.fiscal_year, '',
  NULL::integer, n.state, NULL::uuid, NULL::uuid, NULL::uuid, n.changed_at, true$told$);
SELECT let_find('survey_operator', $told$n.org_id, 'survey-operator', n.id::text, n.name, n.name, '',
  NULL::integer, NULL::text, NULL::uuid, NULL::uuid, NULL::uuid, n.changed_at, n.ended_at IS NULL$told$);
SELECT let_find('survey_hearing', $told$n.org_id, 'survey-hearing', n.id::text,
  coalesce((SELECT coalesce(nullif(r.title, ''), r.operator_name) FROM survey_report r WHERE r.org_id = n.org_id AND r.event_id = n.event_id AND r.place = 'primary'), ''),
  coalesce((SELECT coalesce(nullif(r.title, ''), r.operator_name) FROM survey_report r WHERE r.org_id = n.org_id AND r.event_id = n.event_id AND r.place = 'primary'), ''),
  n.place, NULL::integer, n.state, NULL::uuid, NULL::uuid, NULL::uuid, n.changed_at, true$told$);

CREATE POLICY concerned ON findable AS RESTRICTIVE USING (kind NOT LIKE 'survey-%' OR (SELECT at_survey_desk())
  OR kind = 'survey-cycle' AND (SELECT may('survey.read')));
