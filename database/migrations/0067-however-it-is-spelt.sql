-- A word is found however it is spelt, best first: spellings are folded where every search folds, cases and lessons
-- are folded there too, and their lists put what fits best before what is newest.

-- The newest edition of spellings (`areas/learn/cases/wording/words.ts`, which a test compares), as they stand in folded
-- text: longer ones first, so that none is cut by a shorter one. No word on the right holds one on the left.
CREATE FUNCTION find_spelt(folded text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  spellings CONSTANT text[] := ARRAY[
    ['cyber-attack', 'cyber attack'], ['cyberattack', 'cyber attack'], ['data center', 'data centre'],
    ['datacenter', 'data centre'], ['datacentre', 'data centre'], ['help-desk', 'help desk'], ['authoriz', 'authoris'],
    ['helpdesk', 'help desk'], ['recogniz', 'recognis'], ['web site', 'website'], ['back-up', 'backup'],
    ['organiz', 'organis'], ['いんたふえいす', 'いんたふえす'], ['しゆみれしよん', 'しみゆれしよん'],
    ['analyz', 'analys'], ['e-mail', 'email'], ['問いあわせ', '問い合わせ'], ['ふあいや', 'ふあいあ'],
    ['問い合せ', '問い合わせ'], ['問合わせ', '問い合わせ'], ['打ち合せ', '打ち合わせ'], ['打合わせ', '打ち合わせ'],
    ['組み合せ', '組み合わせ'], ['組合わせ', '組み合わせ'], ['見積もり', '見積'], ['うえぶ', 'web'],
    ['入替え', '入れ替え'], ['切分け', '切り分け'], ['切替え', '切り替え'], ['切離し', '切り離し'],
    ['割当て', '割り当て'], ['取扱い', '取り扱い'], ['取消し', '取り消し'], ['取組み', '取り組み'],
    ['受付け', '受け付け'], ['呼出し', '呼び出し'], ['問合せ', '問い合わせ'], ['差戻し', '差し戻し'],
    ['引継ぎ', '引き継ぎ'], ['手続き', '手続'], ['打合せ', '打ち合わせ'], ['持出し', '持ち出し'],
    ['申込み', '申し込み'], ['立上げ', '立ち上げ'], ['組合せ', '組み合わせ'], ['見積り', '見積'],
    ['予め', 'あらかじめ'], ['入替', '入れ替え'], ['切分', '切り分け'], ['切替', '切り替え'], ['切離', '切り離し'],
    ['割当', '割り当て'], ['取扱', '取り扱い'], ['取消', '取り消し'], ['取組', '取り組み'], ['受付', '受け付け'],
    ['呼出', '呼び出し'], ['問合', '問い合わせ'], ['差戻', '差し戻し'], ['引継', '引き継ぎ'], ['打合', '打ち合わせ'],
    ['持出', '持ち出し'], ['漏洩', '漏えい'], ['申込', '申し込み'], ['立上', '立ち上げ']];
  one text[];
BEGIN
  FOREACH one SLICE 1 IN ARRAY spellings LOOP
    folded := replace(folded, one[1], one[2]);
  END LOOP;
  RETURN folded;
END $$;

ALTER FUNCTION find_fold RENAME TO find_letters;
-- A text as a search compares it: its letters (0054), and one spelling for each word.
CREATE FUNCTION find_fold(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN find_spelt(find_letters(said));
END $$;

-- What somebody said, word by word, and the patterns that a folded text is held against.
CREATE FUNCTION find_words(said text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN said IS NULL OR find_fold(said) = '' THEN '{}' ELSE string_to_array(find_fold(said), ' ') END
$$;
CREATE FUNCTION find_patterns(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%' FROM unnest(words) AS w)
$$;
-- How well a text fits: words in its title count most, then how often they come.
CREATE FUNCTION find_rank(title text, folded text, words text[]) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(sum(CASE WHEN strpos(title, w) > 0 THEN 100 ELSE 0 END
    + least(20, (length(folded) - length(replace(folded, w, ''))) / length(w))), 0)::integer FROM unnest(words) AS w
$$;

UPDATE findable f SET folded = w.folded,
  keys = array_to_tsvector(find_keys(w.folded) || ('@' || f.org_id || f.kind)
    || CASE WHEN f.number IS NULL THEN '{}' ELSE ARRAY['#' || f.number] END)
  FROM findable g, LATERAL (SELECT find_fold(concat_ws(' ', g.title_ja, nullif(g.title_en, g.title_ja), g.also)) AS folded) AS w
  WHERE g.org_id = f.org_id AND g.kind = f.kind AND g.id = f.id AND w.folded <> f.folded;

-- Cases and lessons as the server has put them since: title first, both languages of every text, the tags of the figure
-- (対処3); a lesson is found by the title of its case as well.
UPDATE learn_case c SET folded = find_fold(concat_ws(E'\n', c.title->>'ja', c.title->>'en',
  (SELECT string_agg(t #>> '{}', E'\n') FROM (SELECT jsonb_path_query(c.document, 'strict $.**.ja') UNION ALL
    SELECT jsonb_path_query(c.document, 'strict $.**.en')) AS texts(t) WHERE jsonb_typeof(t) = 'string'),
  (SELECT string_agg(DISTINCT CASE l->>'kind' WHEN 'event' THEN '事象' || n || E'\nEvent ' || n ELSE '対処' || n || E'\nResponse ' || n END, E'\n')
    FROM (SELECT jsonb_path_query(c.document, '$.figure.boxes[*].labels[*]') UNION ALL
      SELECT jsonb_path_query(c.document, '$.figure.arrows[*].labels[*]')) AS labels(l),
      jsonb_array_elements_text(CASE jsonb_typeof(l->'numbers') WHEN 'array' THEN l->'numbers' ELSE '[]' END) AS n
    WHERE l->>'kind' IN ('event', 'response'))));
UPDATE learn_lesson l SET folded = find_fold(concat_ws(E'\n', l.lesson#>>'{title,ja}', l.lesson#>>'{title,en}', l.lesson#>>'{body,ja}',
  l.lesson#>>'{body,en}', l.lesson#>>'{brief,ja}', l.lesson#>>'{brief,en}', c.title->>'ja', c.title->>'en'))
  FROM learn_case c WHERE c.org_id = l.org_id AND c.id = l.case_id;

DROP FUNCTION search_cases;
-- A page of cases. Without words the newest first; with words the best first (`find_rank`), and of more than can be put in
-- order the newest, met by walking the list from its newest end. A page goes on in the order the one before it was in: where it
-- ended says a rank or none. Runs as the owner for the index, and holds itself to what the caller may see (0043).
CREATE FUNCTION search_cases(said text, in_state text, in_group text, of_theme text, of_kinds text[], of_need text,
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
    RETURN QUERY SELECT fits.id, fits.rank FROM (
        SELECT c.id, c.changed_at, find_rank(find_fold(concat_ws(' ', c.title->>'ja', c.title->>'en')), c.folded, words) AS rank
        FROM unnest(few) AS f(id) JOIN learn_case c ON c.org_id = org AND c.id = f.id
        WHERE (c.incident_id IS NULL OR c.incident_id <> ALL (hidden)) AND (in_state IS NULL OR c.state = in_state) AND (in_group IS NULL OR c.cause_group = in_group)
          AND (of_theme IS NULL OR c.themes @> ARRAY[of_theme]) AND c.kinds @> of_kinds
          AND (of_need IS NULL OR c.needs @> ARRAY[of_need]) AND c.folded LIKE ALL (patterns)) AS fits
      WHERE before_at IS NULL OR (fits.rank, fits.changed_at, fits.id) < (before_rank, before_at, before_id)
      ORDER BY fits.rank DESC, fits.changed_at DESC, fits.id DESC LIMIT most;
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
GRANT EXECUTE ON FUNCTION search_cases TO sonae_app;
