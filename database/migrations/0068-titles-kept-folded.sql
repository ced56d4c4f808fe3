-- What ranks a text is short and kept folded beside it: folding titles and counting in whole texts at every look took most of
-- the time. A case is ranked by its title, and by its head: summary, outline and titles of lessons.
ALTER TABLE learn_case ADD COLUMN title_folded text NOT NULL DEFAULT '', ADD COLUMN head_folded text NOT NULL DEFAULT '';
ALTER TABLE learn_lesson ADD COLUMN title_folded text NOT NULL DEFAULT '';
UPDATE learn_case SET title_folded = find_fold(concat_ws(E'\n', title->>'ja', title->>'en')),
  head_folded = find_fold((SELECT concat_ws(E'\n', string_agg(t->>'ja', E'\n'), string_agg(t->>'en', E'\n')) FROM (
    SELECT jsonb_path_query(document, '$.summary[*]') UNION ALL SELECT jsonb_path_query(document, '$.outline[*]') UNION ALL
    SELECT jsonb_path_query(document, '$.lessons[*].title')) AS head(t)));
UPDATE learn_lesson SET title_folded = find_fold(concat_ws(E'\n', lesson#>>'{title,ja}', lesson#>>'{title,en}'));

-- As before (0067), ranked by what is kept.
CREATE OR REPLACE FUNCTION search_cases(said text, in_state text, in_group text, of_theme text, of_kinds text[], of_need text,
    before_rank integer, before_at timestamptz, before_id uuid, most integer)
  RETURNS TABLE (id uuid, rank integer) LANGUAGE plpgsql STABLE SECURITY DEFINER
  -- The planner believes that a LIKE finds one row, and would rather sort all than walk the list from its newest end.
  SET search_path = sonae, pg_temp SET enable_seqscan = off SET enable_sort = off AS $$
DECLARE
  org uuid := current_org();
  few uuid[];
  hidden uuid[] := ARRAY(SELECT hidden_incidents());
  words text[] := find_words(said);
  patterns text[] := find_patterns(words);
  in_order CONSTANT integer := 500;
BEGIN
  IF org IS NULL OR NOT is_insider() THEN RETURN; END IF;
  IF cardinality(words) > 0 THEN
    few := ARRAY(SELECT c.id FROM learn_case c WHERE c.org_id = org AND (c.incident_id IS NULL OR c.incident_id <> ALL (hidden)) AND grams_of(c.folded) @>
      (SELECT array_agg(DISTINCT g) FROM unnest(words) AS w, unnest(grams_of(w)) AS g));
  END IF;
  IF (before_at IS NULL AND cardinality(few) <= in_order) OR before_rank IS NOT NULL THEN
    -- In order first, so that whole texts are read only until there are enough.
    RETURN QUERY SELECT fits.id, fits.rank FROM (
        SELECT ranked.* FROM (
          SELECT c.id, c.changed_at, c.folded, find_rank(c.title_folded, c.head_folded, words) AS rank
          FROM unnest(few) AS f(id) JOIN learn_case c ON c.org_id = org AND c.id = f.id
          WHERE (c.incident_id IS NULL OR c.incident_id <> ALL (hidden)) AND (in_state IS NULL OR c.state = in_state) AND (in_group IS NULL OR c.cause_group = in_group)
            AND (of_theme IS NULL OR c.themes @> ARRAY[of_theme]) AND c.kinds @> of_kinds
            AND (of_need IS NULL OR c.needs @> ARRAY[of_need]) OFFSET 0) AS ranked
        WHERE before_at IS NULL OR (ranked.rank, ranked.changed_at, ranked.id) < (before_rank, before_at, before_id)
        ORDER BY ranked.rank DESC, ranked.changed_at DESC, ranked.id DESC OFFSET 0) AS fits
      WHERE fits.folded LIKE ALL (patterns) LIMIT most;
  ELSE
    RETURN QUERY SELECT found.id, NULL::integer FROM (
        SELECT c.id, c.folded FROM learn_case c
        WHERE c.org_id = org AND (c.incident_id IS NULL OR c.incident_id <> ALL (hidden)) AND (in_state IS NULL OR c.state = in_state) AND (in_group IS NULL OR c.cause_group = in_group)
          AND (of_theme IS NULL OR c.themes @> ARRAY[of_theme]) AND c.kinds @> of_kinds
          AND (of_need IS NULL OR c.needs @> ARRAY[of_need])
          AND (before_at IS NULL OR (c.changed_at, c.id) < (before_at, before_id))
          AND (few IS NULL OR c.id IN (SELECT unnest(few)))
        ORDER BY c.changed_at DESC, c.id DESC OFFSET 0) AS found
      WHERE found.folded LIKE ALL (patterns) LIMIT most;
  END IF;
END $$;
