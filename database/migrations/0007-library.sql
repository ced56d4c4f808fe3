-- The library: what a list of cases shows and filters by beside the document, lessons as rows of their own, an index
-- for the text search, and improvements adopted from lessons.

ALTER TABLE learn_case
  ADD COLUMN title       jsonb  NOT NULL DEFAULT '{}',
  ADD COLUMN cause_group text   NOT NULL DEFAULT '',
  ADD COLUMN lessons     integer NOT NULL DEFAULT 0,
  -- Kinds of the boxes of its figure, themes and resource needs of its lessons.
  ADD COLUMN kinds       text[] NOT NULL DEFAULT '{}',
  ADD COLUMN themes      text[] NOT NULL DEFAULT '{}',
  ADD COLUMN needs       text[] NOT NULL DEFAULT '{}';

CREATE TABLE learn_lesson (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  case_id     uuid NOT NULL,
  lesson_id   text NOT NULL,
  position    integer NOT NULL,
  lesson      jsonb NOT NULL,
  folded      text NOT NULL,
  PRIMARY KEY (org_id, case_id, lesson_id),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE
);
ALTER TABLE learn_lesson ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON learn_lesson USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, DELETE ON learn_lesson TO sonae_app;

-- Cases written before these columns existed.
UPDATE learn_case SET title = document->'title', cause_group = document->>'causeGroup',
  lessons = jsonb_array_length(document->'lessons'),
  kinds = ARRAY(SELECT DISTINCT b->>'kind' FROM jsonb_array_elements(document#>'{figure,boxes}') AS b),
  themes = ARRAY(SELECT DISTINCT t FROM jsonb_array_elements(document->'lessons') AS l, jsonb_array_elements_text(l->'themes') AS t),
  needs = ARRAY(SELECT DISTINCT l->>'need' FROM jsonb_array_elements(document->'lessons') AS l WHERE l ? 'need');
INSERT INTO learn_lesson
  SELECT c.org_id, c.id, l.lesson->>'id', l.position, l.lesson,
    lower(normalize(concat_ws(' ', l.lesson#>>'{title,ja}', l.lesson#>>'{title,en}', l.lesson#>>'{body,ja}', l.lesson#>>'{body,en}'), NFKC))
  FROM learn_case c, jsonb_array_elements(c.document->'lessons') WITH ORDINALITY AS l(lesson, position);

-- Letters and pairs of letters of a folded text: two letters are a word in Japanese, where trigrams find nothing. In Latin
-- script every text has nearly every pair, so there runs of three and of five letters are looked up as well.
CREATE FUNCTION grams_of(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
  WITH letters AS (
    SELECT c COLLATE "C" AS c, lead(c COLLATE "C") OVER (ORDER BY i) AS following
    FROM unnest(string_to_array(folded, NULL)) WITH ORDINALITY AS t(c, i)
  ), latin AS (
    SELECT DISTINCT run[1] COLLATE "C" AS run FROM regexp_matches(folded, '[a-z0-9]{3,}', 'g') AS run
  ) SELECT coalesce(array_agg(g), '{}') FROM (
      SELECT c AS g FROM letters WHERE c <> ' '
      UNION SELECT c || following FROM letters WHERE c <> ' ' AND following <> ' '
      UNION SELECT substr(run, i, n) FROM latin, (VALUES (3), (5)) AS size(n), generate_series(1, length(run) - n + 1) AS i
    ) AS grams
$$;
-- Read again whenever a find is made sure of: not packed, it is there at once.
ALTER TABLE learn_case ALTER COLUMN folded SET STORAGE EXTERNAL;
CREATE INDEX learn_case_grams ON learn_case USING gin (grams_of(folded));

-- A page of cases, newest first. The index says which cases may hold the words; what few hold is put in order, what many
-- hold is met by walking the list from its newest end. Row-level security keeps such conditions away from an index, so this runs
-- as the owner and holds itself to the caller's organisation.
CREATE FUNCTION search_cases(words text[], patterns text[], in_state text, in_group text, of_theme text, of_kinds text[],
    of_need text, before_at timestamptz, before_id uuid, most integer)
  RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
  -- The planner believes that a LIKE finds one row, and would rather sort all than walk the list from its newest end.
  SET search_path = sonae, pg_temp SET enable_seqscan = off SET enable_sort = off AS $$
DECLARE
  org uuid := current_org();
  few uuid[];
BEGIN
  IF org IS NULL OR NOT is_insider() THEN RETURN; END IF;
  IF cardinality(words) > 0 THEN
    few := ARRAY(SELECT c.id FROM learn_case c WHERE c.org_id = org AND grams_of(c.folded) @>
      (SELECT array_agg(DISTINCT g) FROM unnest(words) AS w, unnest(grams_of(w)) AS g));
  END IF;
  IF cardinality(few) <= 1000 THEN
    -- In order first, so that texts are read only until there are enough.
    RETURN QUERY SELECT found.id FROM (
        SELECT c.id, c.folded FROM unnest(few) AS f(id) JOIN learn_case c ON c.org_id = org AND c.id = f.id
        WHERE (in_state IS NULL OR c.state = in_state) AND (in_group IS NULL OR c.cause_group = in_group)
          AND (of_theme IS NULL OR c.themes @> ARRAY[of_theme]) AND c.kinds @> of_kinds
          AND (of_need IS NULL OR c.needs @> ARRAY[of_need])
          AND (before_at IS NULL OR (c.changed_at, c.id) < (before_at, before_id))
        ORDER BY c.changed_at DESC, c.id DESC OFFSET 0) AS found
      WHERE found.folded LIKE ALL (patterns) LIMIT most;
  ELSE
    RETURN QUERY SELECT found.id FROM (
        SELECT c.id, c.folded FROM learn_case c
        WHERE c.org_id = org AND (in_state IS NULL OR c.state = in_state) AND (in_group IS NULL OR c.cause_group = in_group)
          AND (of_theme IS NULL OR c.themes @> ARRAY[of_theme]) AND c.kinds @> of_kinds
          AND (of_need IS NULL OR c.needs @> ARRAY[of_need])
          AND (before_at IS NULL OR (c.changed_at, c.id) < (before_at, before_id))
          AND (few IS NULL OR c.id IN (SELECT unnest(few)))
        ORDER BY c.changed_at DESC, c.id DESC OFFSET 0) AS found
      WHERE found.folded LIKE ALL (patterns) LIMIT most;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION search_cases TO sonae_app;

-- What an organisation means to do better; adopted from a lesson it leads back to it.
CREATE TABLE improvement (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id         uuid NOT NULL,
  title      text NOT NULL,
  text       text NOT NULL,
  state      text NOT NULL CHECK (state IN ('draft', 'planned', 'done', 'dropped')),
  owner_id   uuid,
  due_on     date,
  case_id    uuid,
  lesson_id  text,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id),
  UNIQUE (org_id, case_id, lesson_id)
);
CREATE INDEX improvement_listed ON improvement (org_id, changed_at DESC, id DESC);
ALTER TABLE improvement ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON improvement USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON improvement TO sonae_app;
