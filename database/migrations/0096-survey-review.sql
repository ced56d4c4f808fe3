-- What an operator says of the public editions of a case that tells of it, and whether it may be published.
CREATE TABLE survey_review (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  operator_id  uuid NOT NULL,
  -- What was typed on the page and not handed in, and how often it was saved.
  draft        json NOT NULL DEFAULT '[]',
  draft_seen   integer NOT NULL DEFAULT 0,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, case_id, operator_id),
  FOREIGN KEY (org_id, case_id) REFERENCES learn_case (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, operator_id) REFERENCES survey_operator (org_id, id)
);

-- Who was asked about which edition, when and by which way.
CREATE TABLE survey_review_asking (
  org_id        uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id            uuid NOT NULL,
  review_id     uuid NOT NULL,
  case_id       uuid NOT NULL,
  edition       integer NOT NULL,
  hash          text NOT NULL,
  way           text NOT NULL CHECK (way IN ('link', 'package')),
  peer_id       uuid,
  name          text NOT NULL,
  email         text NOT NULL,
  language      text NOT NULL CHECK (language IN ('ja', 'en')),
  consent_days  integer NOT NULL,
  asked_by      text NOT NULL,
  asked_at      timestamptz NOT NULL,
  until         timestamptz NOT NULL,
  ended_at      timestamptz,
  reminded_at   timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, review_id) REFERENCES survey_review (org_id, id) ON DELETE CASCADE,
  CHECK ((way = 'package') = (peer_id IS NOT NULL))
);
CREATE INDEX survey_review_asking_of ON survey_review_asking (org_id, review_id, asked_at DESC);
CREATE INDEX survey_review_asking_case ON survey_review_asking (org_id, case_id);

-- What was said is never changed; only its answer is put beside it, once.
CREATE TABLE survey_review_comment (
  org_id          uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id              uuid NOT NULL,
  review_id       uuid NOT NULL,
  case_id         uuid NOT NULL,
  edition         integer NOT NULL,
  part            text NOT NULL,
  -- How the part read then.
  part_hash       text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('agree', 'correct', 'change', 'withhold')),
  text            text NOT NULL,
  by              text NOT NULL,
  at              timestamptz NOT NULL,
  answer          text CHECK (answer IN ('done', 'notDone')),
  answer_text     text NOT NULL DEFAULT '',
  answer_edition  integer,
  answered_by     text,
  answered_at     timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, review_id) REFERENCES survey_review (org_id, id) ON DELETE CASCADE,
  CHECK (kind <> 'agree' OR answer IS NULL),
  CHECK ((answer = 'done') = (answer_edition IS NOT NULL))
);
CREATE INDEX survey_review_comment_of ON survey_review_comment (org_id, review_id, at);

-- A code is made of the installation's secret and its own id: it stands nowhere.
CREATE TABLE survey_consent_code (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id         uuid NOT NULL,
  review_id  uuid NOT NULL,
  asking_id  uuid NOT NULL,
  case_id    uuid NOT NULL,
  hash       text NOT NULL,
  channel    text NOT NULL CHECK (channel IN ('email', 'sms', 'voice')),
  masked     text NOT NULL,
  sent_at    timestamptz NOT NULL,
  until      timestamptz NOT NULL,
  tries      integer NOT NULL DEFAULT 0,
  used_at    timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, review_id) REFERENCES survey_review (org_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_consent_code_of ON survey_consent_code (org_id, review_id, sent_at DESC);

-- Over one hash, from a date to a date. Withdrawn it stays as a tombstone.
CREATE TABLE survey_consent (
  org_id            uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id                uuid NOT NULL,
  review_id         uuid NOT NULL,
  case_id           uuid NOT NULL,
  edition           integer NOT NULL,
  hash              text NOT NULL,
  by                text NOT NULL,
  how               text NOT NULL CHECK (how IN ('email', 'sms', 'voice', 'package')),
  given_at          timestamptz NOT NULL,
  until             timestamptz NOT NULL,
  withdrawn_at      timestamptz,
  withdrawn_by      text NOT NULL DEFAULT '',
  withdrawn_why     text NOT NULL DEFAULT '',
  withdrawn_source  text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, review_id) REFERENCES survey_review (org_id, id) ON DELETE CASCADE,
  CHECK (given_at < until)
);
CREATE INDEX survey_consent_of ON survey_consent (org_id, review_id, given_at);
CREATE INDEX survey_consent_case ON survey_consent (org_id, case_id, hash);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['survey_review', 'survey_review_asking', 'survey_review_comment', 'survey_consent_code', 'survey_consent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT at_survey_desk()) AND case_id NOT IN (SELECT hidden_cases()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sonae_app', t);
  END LOOP;
END $$;
-- Nothing that was said, asked or consented to is written anew.
GRANT UPDATE (draft, draft_seen) ON survey_review TO sonae_app;
GRANT UPDATE (ended_at, reminded_at) ON survey_review_asking TO sonae_app;
GRANT UPDATE (answer, answer_text, answer_edition, answered_by, answered_at) ON survey_review_comment TO sonae_app;
GRANT UPDATE (tries, used_at) ON survey_consent_code TO sonae_app;
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawn_why, withdrawn_source) ON survey_consent TO sonae_app;
