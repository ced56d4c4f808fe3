-- A desk of 100,000 reports is narrowed down and searched at once: each way to narrow it down has the newest first.
CREATE INDEX survey_report_verdict ON survey_report (org_id, verdict, latest_at DESC, id DESC);
CREATE INDEX survey_report_sector ON survey_report (org_id, sector, latest_at DESC, id DESC);
CREATE INDEX survey_report_type ON survey_report (org_id, event_type, latest_at DESC, id DESC);
CREATE INDEX survey_report_door ON survey_report (org_id, door, latest_at DESC, id DESC);
CREATE INDEX survey_report_unreceived ON survey_report (org_id, state, latest_at DESC, id DESC) WHERE state <> 'received';
CREATE INDEX survey_report_supplement ON survey_report (org_id, latest_at DESC, id DESC) WHERE place = 'supplement';
CREATE INDEX survey_report_grams ON survey_report USING gin (grams_of(folded)) WITH (gin_pending_list_limit = 256);
-- What came after a cut-off is little, and met at once.
CREATE INDEX survey_report_version_received ON survey_report_version (org_id, received_at) WHERE version = 1;

-- Reports of the caller's organisation that may hold every word of what was said, one or two kanji too; NULL where there
-- are more than so many: those are met soon by walking from the newest end. Row-level security keeps such a condition away
-- from an index, so this runs as the owner and holds itself to what the caller may see.
CREATE FUNCTION find_reports(said text, most integer) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = sonae, pg_temp SET enable_seqscan = off AS $$
DECLARE
  org uuid := current_org();
  words text[] := find_words(said);
  found uuid[];
BEGIN
  IF org IS NULL OR NOT is_insider() THEN RETURN '{}'; END IF;
  IF cardinality(words) = 0 THEN RETURN NULL; END IF;
  found := ARRAY(SELECT r.id FROM survey_report r WHERE r.org_id = org
    AND grams_of(r.folded) @> (SELECT array_agg(DISTINCT g) FROM unnest(words) AS w, unnest(grams_of(w)) AS g) LIMIT most + 1);
  RETURN CASE WHEN cardinality(found) <= most THEN found END;
END $$;
GRANT EXECUTE ON FUNCTION find_reports TO sonae_app;
