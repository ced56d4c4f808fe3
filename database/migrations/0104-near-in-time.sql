-- Reports that may tell of the same event are looked for about its time: of 100,000 reports that was every one.
CREATE INDEX survey_report_placed ON survey_report (org_id, (coalesce(occurred_at, noticed_at, submitted_at))) WHERE state = 'received';
