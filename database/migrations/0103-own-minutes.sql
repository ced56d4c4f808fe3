-- Minutes that are confirmed between two Sonae: to whom they were sent, and who said what of them by package.
ALTER TABLE survey_hearing ADD COLUMN minutes_peer uuid;
ALTER TABLE survey_hearing_comment ADD COLUMN peer_id uuid;

-- The other side: minutes we were asked to confirm, as they read now.
CREATE TABLE own_minutes (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- The hearing, as whoever asks calls it.
  id           uuid NOT NULL,
  peer_id      uuid NOT NULL,
  edition      integer NOT NULL,
  document     json NOT NULL,
  received_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE TABLE own_minutes_said (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  package_id  uuid NOT NULL,
  minutes_id  uuid NOT NULL,
  edition     integer NOT NULL,
  confirm     boolean NOT NULL,
  comments    json NOT NULL,
  by          text NOT NULL,
  sent_at     timestamptz NOT NULL,
  outcome     text CHECK (outcome IN ('taken', 'refused')),
  reason      text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, package_id),
  FOREIGN KEY (org_id, minutes_id) REFERENCES own_minutes (org_id, id) ON DELETE CASCADE
);
CREATE INDEX own_minutes_said_of ON own_minutes_said (org_id, minutes_id, sent_at);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['own_minutes', 'own_minutes_said'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND (SELECT may(''report.send'')))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sonae_app', t);
  END LOOP;
END $$;
GRANT UPDATE (edition, document, received_at) ON own_minutes TO sonae_app;
GRANT UPDATE (outcome, reason) ON own_minutes_said TO sonae_app;

-- As before (0098), with the minutes.
DROP POLICY own ON survey_sent;
CREATE POLICY own ON survey_sent USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND ((SELECT at_survey_desk())
  OR (SELECT may('report.send')) AND kind NOT IN ('question', 'question-dropped', 'verdict', 'withdrawal', 'review-asked', 'review-answers',
    'minutes-to-confirm')));
DROP POLICY own ON survey_received;
CREATE POLICY own ON survey_received USING (org_id = (SELECT current_org()) AND (SELECT is_insider()) AND ((SELECT at_survey_desk())
  OR (SELECT may('report.send')) AND kind IN ('message', 'question', 'question-dropped', 'verdict', 'withdrawal', 'review-asked', 'review-answers',
    'minutes-to-confirm')));
