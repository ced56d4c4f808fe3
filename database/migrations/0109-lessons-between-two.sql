-- Lessons of a published report go to operators with a Sonae of their own as questions; counts of the answers come back.
-- What was sent to whom last, by its hash: the same is not sent twice.
CREATE TABLE survey_lessons_sent (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id   uuid NOT NULL,
  peer_id    uuid NOT NULL,
  edition    integer NOT NULL,
  hash       text NOT NULL,
  package_id uuid NOT NULL,
  sent_at    timestamptz NOT NULL,
  PRIMARY KEY (org_id, cycle_id, peer_id),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_lessons_sent ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_lessons_sent USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk()));
GRANT SELECT, INSERT, UPDATE ON survey_lessons_sent TO sonae_app;

-- Who answered what is counted and shown to nobody: no row is readable, by no role; the two functions below are the only way.
CREATE TABLE survey_lesson_answer (
  org_id   uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  cycle_id uuid NOT NULL,
  peer_id  uuid NOT NULL,
  lesson   text NOT NULL,
  hash     text NOT NULL,
  answer   text NOT NULL CHECK (answer IN ('adopt', 'instead', 'doesNotApply', 'refuse')),
  PRIMARY KEY (org_id, cycle_id, peer_id, lesson),
  FOREIGN KEY (org_id, cycle_id) REFERENCES survey_cycle (org_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_lesson_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON survey_lesson_answer USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND false);
GRANT SELECT ON survey_lesson_answer TO sonae_app;

-- All that an operator answers of a survey now, in place of what it answered before.
CREATE FUNCTION keep_lesson_answers(cycle uuid, peer uuid, said json) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
BEGIN
  DELETE FROM survey_lesson_answer a WHERE a.org_id = current_org() AND a.cycle_id = cycle AND a.peer_id = peer;
  INSERT INTO survey_lesson_answer SELECT current_org(), cycle, peer, s.lesson, s.hash, s.answer
    FROM json_to_recordset(said) AS s(lesson text, hash text, answer text) ON CONFLICT DO NOTHING;
END $$;
GRANT EXECUTE ON FUNCTION keep_lesson_answers TO sonae_app;

-- Sums alone, and none over fewer than three operators.
CREATE FUNCTION lesson_counts(cycle uuid)
  RETURNS TABLE (lesson text, hash text, adopt integer, instead integer, does_not_apply integer, refuse integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sonae, pg_temp AS $$
  SELECT a.lesson, a.hash, (count(*) FILTER (WHERE a.answer = 'adopt'))::integer, (count(*) FILTER (WHERE a.answer = 'instead'))::integer,
    (count(*) FILTER (WHERE a.answer = 'doesNotApply'))::integer, (count(*) FILTER (WHERE a.answer = 'refuse'))::integer
  FROM survey_lesson_answer a WHERE a.org_id = current_org() AND a.cycle_id = cycle AND at_survey_desk()
  GROUP BY a.lesson, a.hash HAVING count(*) >= 3
$$;
GRANT EXECUTE ON FUNCTION lesson_counts TO sonae_app;

-- The other side: lessons that an organisation was asked about, and what it answered.
CREATE TABLE own_published (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- The survey, as whoever publishes it calls it.
  id          uuid NOT NULL,
  peer_id     uuid NOT NULL,
  fiscal_year integer NOT NULL,
  edition     integer NOT NULL,
  hash        text NOT NULL,
  received_at timestamptz NOT NULL,
  -- Of the answers that were sent last.
  package_id  uuid,
  outcome     text CHECK (outcome IN ('taken', 'refused')),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX own_published_when ON own_published (org_id, received_at DESC, id DESC);
CREATE INDEX own_published_sent ON own_published (org_id, package_id);
CREATE TABLE own_published_lesson (
  org_id         uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  published_id   uuid NOT NULL,
  lesson         text NOT NULL,
  position       integer NOT NULL,
  number         integer NOT NULL,
  title          json NOT NULL,
  body           json NOT NULL,
  themes         json NOT NULL,
  hash           text NOT NULL,
  -- Raised by each answer and each change of the lesson, so that nobody answers over another.
  version        integer NOT NULL DEFAULT 1,
  withdrawn_in   integer,
  answer         text CHECK (answer IN ('adopt', 'instead', 'doesNotApply', 'refuse')),
  reason         text NOT NULL DEFAULT '',
  -- What the answer is about: of a lesson that changed it is an answer no more.
  answered_hash  text,
  answered_at    timestamptz,
  improvement_id uuid,
  PRIMARY KEY (org_id, published_id, lesson),
  FOREIGN KEY (org_id, published_id) REFERENCES own_published (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, improvement_id) REFERENCES improvement (org_id, id)
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['own_published', 'own_published_lesson'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT may(''report.send'')))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO sonae_app', t);
  END LOOP;
END $$;

-- As before (0103), with the lessons.
DROP POLICY own ON survey_sent;
CREATE POLICY own ON survey_sent USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND ((SELECT at_survey_desk())
  OR (SELECT may('report.send')) AND kind NOT IN ('question', 'question-dropped', 'verdict', 'withdrawal', 'review-asked', 'review-answers',
    'minutes-to-confirm', 'lessons-published')));
DROP POLICY own ON survey_received;
CREATE POLICY own ON survey_received USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND ((SELECT at_survey_desk())
  OR (SELECT may('report.send')) AND kind IN ('message', 'question', 'question-dropped', 'verdict', 'withdrawal', 'review-asked', 'review-answers',
    'minutes-to-confirm', 'lessons-published')));
