-- The other side of a review: what an organisation with a Sonae of its own was asked about pages that tell of it, and said.
CREATE TABLE own_review (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- As whoever asks calls it.
  id           uuid NOT NULL,
  peer_id      uuid NOT NULL,
  -- Of the edition asked about last.
  edition      integer NOT NULL,
  title        json NOT NULL,
  asked_at     timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX own_review_when ON own_review (org_id, asked_at DESC, id DESC);

CREATE TABLE own_review_edition (
  org_id        uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  review_id     uuid NOT NULL,
  edition       integer NOT NULL,
  hash          text NOT NULL,
  document      json NOT NULL,
  until         timestamptz NOT NULL,
  consent_days  integer NOT NULL,
  asked_at      timestamptz NOT NULL,
  PRIMARY KEY (org_id, review_id, edition),
  FOREIGN KEY (org_id, review_id) REFERENCES own_review (org_id, id) ON DELETE CASCADE
);

CREATE TABLE own_review_comment (
  org_id          uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id              uuid NOT NULL,
  review_id       uuid NOT NULL,
  edition         integer NOT NULL,
  part            text NOT NULL,
  part_hash       text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('agree', 'correct', 'change', 'withhold')),
  text            text NOT NULL,
  by              text NOT NULL,
  at              timestamptz NOT NULL,
  package_id      uuid NOT NULL,
  outcome         text CHECK (outcome IN ('taken', 'refused')),
  answer          text CHECK (answer IN ('done', 'notDone')),
  answer_text     text NOT NULL DEFAULT '',
  answer_edition  integer,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, review_id) REFERENCES own_review (org_id, id) ON DELETE CASCADE
);
CREATE INDEX own_review_comment_of ON own_review_comment (org_id, review_id, at);
CREATE INDEX own_review_comment_sent ON own_review_comment (org_id, package_id);

-- A consent that was sent holds once the recipient has signed for it; withdrawn it stays.
CREATE TABLE own_consent (
  org_id                uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  package_id            uuid NOT NULL,
  review_id             uuid NOT NULL,
  edition               integer NOT NULL,
  hash                  text NOT NULL,
  by                    text NOT NULL,
  sent_at               timestamptz NOT NULL,
  outcome               text CHECK (outcome IN ('taken', 'refused')),
  reason                text NOT NULL DEFAULT '',
  settled_at            timestamptz,
  withdrawn_at          timestamptz,
  withdrawn_by          text NOT NULL DEFAULT '',
  withdrawal_package_id uuid,
  withdrawal_outcome    text CHECK (withdrawal_outcome IN ('taken', 'refused')),
  PRIMARY KEY (org_id, package_id),
  FOREIGN KEY (org_id, review_id) REFERENCES own_review (org_id, id) ON DELETE CASCADE
);
CREATE INDEX own_consent_of ON own_consent (org_id, review_id, sent_at);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['own_review', 'own_review_edition', 'own_review_comment', 'own_consent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT may(''report.send'')))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sonae_app', t);
  END LOOP;
END $$;
GRANT UPDATE (edition, title, asked_at) ON own_review TO sonae_app;
GRANT UPDATE (outcome, answer, answer_text, answer_edition) ON own_review_comment TO sonae_app;
GRANT UPDATE (outcome, reason, settled_at, withdrawn_at, withdrawn_by, withdrawal_package_id, withdrawal_outcome) ON own_consent TO sonae_app;

-- As before (0090), with the kinds of a review: what the desk asks is the desk's, and what was asked of senders is theirs.
DROP POLICY own ON survey_sent;
CREATE POLICY own ON survey_sent USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND ((SELECT at_survey_desk())
  OR (SELECT may('report.send')) AND kind NOT IN ('question', 'question-dropped', 'verdict', 'withdrawal', 'review-asked', 'review-answers')));
DROP POLICY own ON survey_received;
CREATE POLICY own ON survey_received USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND ((SELECT at_survey_desk())
  OR (SELECT may('report.send')) AND kind IN ('message', 'question', 'question-dropped', 'verdict', 'withdrawal', 'review-asked', 'review-answers')));
