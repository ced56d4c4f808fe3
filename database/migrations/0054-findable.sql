-- Find anything: one row for each thing that has a name, kept by triggers beside what it is a row of, in the same
-- transaction, whoever writes. It holds nothing of its own and is in no backup: what is restored fills it again.

-- A text as a search compares it: width, case, accents, kana (katakana or not, small or not), long vowels and the look of
-- a hyphen make no difference.
CREATE FUNCTION find_fold(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(regexp_replace(
    replace(replace(replace(replace(replace(translate(
      lower(normalize(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g'), NFC)),
      'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶぁぃぅぇぉっゃゅょゎゕゖ‐‑‒–—―−',
      'ああいいううええおおかがきぎくぐけげこごさざしじすずせぜそぞただちぢつつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもややゆゆよよらりるれろわわゐゑをんゔかけあいうえおつやゆよわかけ-------'),
      'ゔあ', 'ば'), 'ゔい', 'び'), 'ゔえ', 'べ'), 'ゔお', 'ぼ'), 'ゔ', 'ぶ'),
    '([ぁ-ゖ])ー+', '\1', 'g'), '\s+', ' ', 'g'))
$$;

-- By what a folded text is looked up. Letters and pairs of letters: one or two kanji are a word, where trigrams find
-- nothing. In Latin script every text has nearly every pair, so there it is how words begin (^) and runs of three; and (~) the
-- first five letters of a word with each of them left out, by which a word with one slip in it is met.
CREATE FUNCTION find_keys(folded text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  keys text[] := '{}';
  letter text;
  before text := ' ';
  run text;
BEGIN
  FOREACH letter IN ARRAY string_to_array(folded, NULL) LOOP
    IF letter <> ' ' AND letter !~ '[a-z0-9]' THEN
      keys := keys || letter;
      IF before <> ' ' THEN keys := keys || (before || letter); END IF;
    ELSIF letter <> ' ' AND before !~ '[a-z0-9 ]' THEN
      keys := keys || (before || letter);
    END IF;
    before := letter;
  END LOOP;
  FOR run IN SELECT r[1] FROM regexp_matches(folded, '[a-z0-9]+', 'g') AS r LOOP
    keys := keys || ('^' || left(run, 1)) || ('^' || left(run, 2));
    FOR i IN 1..length(run) - 2 LOOP
      keys := keys || substr(run, i, 3);
    END LOOP;
    IF run ~ '^[a-z]{4}' THEN keys := keys || find_near(left(run, 5)); END IF;
  END LOOP;
  RETURN keys;
END $$;
CREATE FUNCTION find_near(word text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  keys text[] := ARRAY['~' || word];
BEGIN
  FOR i IN 1..length(word) LOOP
    keys := keys || ('~' || left(word, i - 1) || substr(word, i + 1));
  END LOOP;
  RETURN keys;
END $$;

CREATE FUNCTION find_all(keys text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg('''' || replace(replace(key, '\', '\\'), '''', '''''') || '''', ' & ')::tsquery FROM unnest(keys) AS key
$$;
-- What holds a word, by as few keys as cover it: each is a list to be walked. The beginning of a word in Latin script is asked
-- for where there is no run of three yet.
CREATE FUNCTION find_exactly(word text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  keys text[] := '{}';
  run text;
BEGIN
  FOR i IN 1..length(word) - 1 LOOP
    IF substr(word, i, 2) !~ '[a-z0-9]{2}' THEN keys := keys || substr(word, i, 2); END IF;
  END LOOP;
  IF length(word) = 1 AND word !~ '[a-z0-9]' THEN keys := keys || word; END IF;
  FOR run IN SELECT r[1] FROM regexp_matches(word, '[a-z0-9]+', 'g') AS r LOOP
    IF length(run) < 3 THEN keys := keys || ('^' || run); END IF;
    FOR i IN 0..(length(run) - 1) / 3 LOOP
      IF length(run) >= 3 THEN keys := keys || substr(run, least(3 * i, length(run) - 3) + 1, 3); END IF;
    END LOOP;
  END LOOP;
  RETURN find_all(keys);
END $$;
-- What may hold it with one slip: in other scripts one of its halves is whole, or the slip is a swap where they meet.
CREATE FUNCTION find_nearly(word text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  half integer := length(word) / 2;
  wanted tsquery := find_exactly(word);
  key text;
BEGIN
  IF word ~ '^[a-z]{4,}$' THEN
    FOREACH key IN ARRAY find_near(left(word, 5)) LOOP
      wanted := wanted || find_all(ARRAY[key]);
    END LOOP;
  ELSIF length(word) >= 4 AND word !~ '[a-z0-9]' THEN
    wanted := wanted || find_exactly(left(word, half)) || find_exactly(substr(word, half + 1))
      || (find_exactly(left(word, half - 1)) && find_exactly(substr(word, half + 2)));
  END IF;
  RETURN wanted;
END $$;

CREATE TABLE findable (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  kind        text NOT NULL,
  id          text NOT NULL,
  title_ja    text NOT NULL,
  title_en    text NOT NULL,
  -- What else it is found by, and shown as: a key, an address.
  also        text NOT NULL,
  number      integer,
  state       text,
  unit_id     uuid,
  -- Seen only by whoever may see that incident, or that case.
  incident_id uuid,
  case_id     uuid,
  changed_at  timestamptz NOT NULL,
  folded      text NOT NULL,
  keys        tsvector NOT NULL,
  PRIMARY KEY (org_id, kind, id)
);
-- What waits to be put into the index is read at each search: it stays short.
CREATE INDEX findable_keys ON findable USING gin (keys) WITH (gin_pending_list_limit = 256);
CREATE INDEX findable_newest ON findable (org_id, kind, changed_at DESC, id DESC);
ALTER TABLE findable ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON findable USING (org_id = (SELECT current_org()) AND (CASE WHEN (SELECT is_insider())
  THEN (incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents()))
    AND (case_id IS NULL OR case_id NOT IN (SELECT hidden_cases()))
  -- An outside party was given incidents and nothing else.
  ELSE kind = 'incident' AND is_shared('incident', incident_id) END));
-- Nobody but the triggers writes it.
GRANT SELECT ON findable TO sonae_app;

-- The statement that puts rows there, from whatever tells of them; nothing is written where nothing has changed.
CREATE FUNCTION find_put(told_by text, of_rows text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('INSERT INTO findable SELECT s.org_id, s.kind, s.id, s.title_ja, s.title_en, s.also, s.number, s.state, s.unit_id,
      s.incident_id, s.case_id, s.changed_at, w.folded,
      array_to_tsvector(find_keys(w.folded) || (''@'' || s.org_id || s.kind)
        || CASE WHEN s.number IS NULL THEN ''{}'' ELSE ARRAY[''#'' || s.number] END)
    FROM (SELECT %s FROM %s AS n)
      AS s (org_id, kind, id, title_ja, title_en, also, number, state, unit_id, incident_id, case_id, changed_at, there)
    LEFT JOIN findable f ON f.org_id = s.org_id AND f.kind = s.kind AND f.id = s.id,
    LATERAL (SELECT find_fold(concat_ws('' '', s.title_ja, nullif(s.title_en, s.title_ja), s.also)) AS folded) AS w
    WHERE s.there AND (f.id IS NULL OR (f.title_ja, f.title_en, f.also, f.number, f.state, f.unit_id, f.incident_id, f.case_id, f.changed_at)
      IS DISTINCT FROM (s.title_ja, s.title_en, s.also, s.number, s.state, s.unit_id, s.incident_id, s.case_id, s.changed_at))
    ON CONFLICT (org_id, kind, id) DO UPDATE SET title_ja = excluded.title_ja, title_en = excluded.title_en,
      also = excluded.also, number = excluded.number, state = excluded.state, unit_id = excluded.unit_id,
      incident_id = excluded.incident_id, case_id = excluded.case_id, changed_at = excluded.changed_at,
      folded = excluded.folded, keys = excluded.keys', told_by, of_rows)
$$;

-- Told by its argument what of a row is found; the last of it says whether the thing is there for those who look for it.
CREATE FUNCTION keep_findable() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    EXECUTE format('DELETE FROM findable f USING (SELECT %s FROM %I AS n)
      AS s (org_id, kind, id, title_ja, title_en, also, number, state, unit_id, incident_id, case_id, changed_at, there)
      WHERE f.org_id = s.org_id AND f.kind = s.kind AND f.id = s.id AND (%L OR NOT s.there)',
      TG_ARGV[0], CASE TG_OP WHEN 'DELETE' THEN 'old_rows' ELSE 'new_rows' END, TG_OP = 'DELETE');
  END IF;
  IF TG_OP <> 'DELETE' THEN EXECUTE find_put(TG_ARGV[0], 'new_rows'); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION let_find(found_in text, told_by text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER findable_added AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_findable(%L)', found_in, told_by);
  EXECUTE format('CREATE TRIGGER findable_changed AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_findable(%L)', found_in, told_by);
  EXECUTE format('CREATE TRIGGER findable_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_findable(%L)', found_in, told_by);
  EXECUTE find_put(told_by, quote_ident(found_in));
END $$;

-- In this order: kind, id, title in both languages, what else it is found by, number, state, unit, incident, case, when it
-- changed, whether it is there. What has no time of its own stands last.
SELECT let_find('person', $told$n.org_id, 'person', n.id::text, n.name, n.name, n.email, NULL::integer, NULL::text, n.unit_id,
  NULL::uuid, NULL::uuid, timestamptz 'epoch', n.removed_at IS NULL$told$);
SELECT let_find('asset', $told$n.org_id, 'system', n.id::text, n.name, n.name, n.key, NULL::integer, n.kind, n.unit_id,
  NULL::uuid, NULL::uuid, n.changed_at, true$told$);
SELECT let_find('incident', $told$n.org_id, 'incident', n.id::text, n.title, n.title, '', n.number, n.state, NULL::uuid,
  n.id, NULL::uuid, n.declared_at, true$told$);
SELECT let_find('learn_case', $told$n.org_id, 'case', n.id::text, coalesce(n.title->>'ja', ''), coalesce(n.title->>'en', ''), '',
  NULL::integer, n.state, NULL::uuid, n.incident_id, n.id, n.changed_at, true$told$);
SELECT let_find('learn_lesson', $told$n.org_id, 'lesson', n.case_id || ' ' || n.lesson_id, coalesce(n.lesson#>>'{title,ja}', ''),
  coalesce(n.lesson#>>'{title,en}', ''), '', NULL::integer, NULL::text, NULL::uuid, NULL::uuid, n.case_id, timestamptz 'epoch', true$told$);
SELECT let_find('improvement', $told$n.org_id, 'improvement', n.id::text, n.title, n.title, '', NULL::integer, n.state, NULL::uuid,
  NULL::uuid, NULL::uuid, n.changed_at, true$told$);
SELECT let_find('register_entry', $told$n.org_id, n.register, n.key, coalesce(n.entry->>'name', n.key), coalesce(n.entry->>'name', n.key),
  n.key, NULL::integer, NULL::text, NULL::uuid, NULL::uuid, NULL::uuid, n.changed_at, true$told$);
SELECT let_find('source', $told$n.org_id, 'source', n.id::text, n.name, n.name, n.kind, NULL::integer, NULL::text, NULL::uuid,
  NULL::uuid, NULL::uuid, timestamptz 'epoch', n.removed_at IS NULL$told$);
SELECT let_find('heartbeat', $told$n.org_id, 'heartbeat', n.id::text, n.name, n.name, '', NULL::integer, NULL::text, NULL::uuid,
  NULL::uuid, NULL::uuid, timestamptz 'epoch', n.removed_at IS NULL$told$);
SELECT let_find('declare_rule', $told$n.org_id, 'rule', n.id::text, n.name, n.name, '', NULL::integer, NULL::text, NULL::uuid,
  NULL::uuid, NULL::uuid, timestamptz 'epoch', true$told$);

-- The newest of one kind, by walking from the newest end: it is not to become a sort of everything that holds the words.
CREATE FUNCTION find_newest(in_kind text, wanted tsquery, patterns text[], hidden uuid[], hidden_of uuid[], most integer)
  RETURNS TABLE (id text) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = sonae, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
BEGIN
  RETURN QUERY SELECT f.id FROM findable f
    WHERE f.org_id = current_org() AND f.kind = in_kind AND (f.keys @@ wanted) IS TRUE AND f.folded LIKE ALL (patterns)
      AND CASE WHEN is_insider() THEN (f.incident_id IS NULL OR f.incident_id <> ALL (hidden)) AND (f.case_id IS NULL OR f.case_id <> ALL (hidden_of))
        ELSE f.kind = 'incident' AND is_shared('incident', f.incident_id) END
    ORDER BY f.changed_at DESC, f.id DESC LIMIT most;
END $$;
-- For find_things alone, which says what is hidden.
REVOKE EXECUTE ON FUNCTION find_newest FROM PUBLIC;

-- What somebody may see that holds every word of what they said: of each kind the best few, those whose title begins so
-- first, then the newest. Row-level security keeps such conditions away from an index, so this runs as the owner and holds
-- itself to the caller's organisation and sight; whoever asks reads the rows under their own policy all the same.
-- @param slips also what may hold the words with a slip in each: whether it does is for whoever asks
CREATE FUNCTION find_things(in_kinds text[], said text, slips boolean, most integer)
  RETURNS TABLE (kind text, id text) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = sonae, pg_temp SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  org uuid := current_org();
  inside boolean := is_insider();
  hidden uuid[] := ARRAY(SELECT hidden_incidents());
  hidden_of uuid[] := ARRAY(SELECT hidden_cases());
  words text[] := (string_to_array(find_fold(said), ' '))[1:8];
  beginning text := replace(replace(replace(find_fold(said), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  -- Where slips are looked for, a text need not hold a word as it was typed.
  patterns text[] := CASE WHEN slips THEN '{}' ELSE ARRAY(
    SELECT '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%' FROM unnest(words) AS w) END;
  -- So many are put in order; of more than that the newest are met by walking from the newest end.
  few CONSTANT integer := 2000;
  all_words tsquery;
  wanted tsquery;
  met integer;
  one text;
  word text;
BEGIN
  IF org IS NULL OR cardinality(words) = 0 THEN RETURN; END IF;
  FOREACH word IN ARRAY words LOOP
    wanted := CASE WHEN slips THEN find_nearly(word) ELSE find_exactly(word) END;
    all_words := CASE WHEN all_words IS NULL THEN wanted ELSE all_words && wanted END;
  END LOOP;
  FOREACH one IN ARRAY in_kinds LOOP
    wanted := find_all(ARRAY['@' || org || one]) && all_words;
    SELECT count(*) INTO met FROM (SELECT 1 FROM findable f WHERE f.keys @@ wanted LIMIT few + 1) AS some_of_them;
    CONTINUE WHEN met = 0;
    IF met <= few THEN
      RETURN QUERY SELECT one, f.id FROM findable f
        WHERE f.keys @@ wanted AND f.org_id = org AND f.kind = one AND f.folded LIKE ALL (patterns)
          AND CASE WHEN inside THEN (f.incident_id IS NULL OR f.incident_id <> ALL (hidden)) AND (f.case_id IS NULL OR f.case_id <> ALL (hidden_of))
            ELSE f.kind = 'incident' AND is_shared('incident', f.incident_id) END
        ORDER BY f.folded LIKE beginning DESC, f.changed_at DESC, f.id DESC LIMIT most;
    ELSE
      RETURN QUERY SELECT one, n.id FROM find_newest(one, wanted, patterns, hidden, hidden_of, most) AS n;
    END IF;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION find_things TO sonae_app;
