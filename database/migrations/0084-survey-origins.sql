-- A report that came as a package: from whom, and what they know it by.
ALTER TABLE survey_report ADD COLUMN peer_id uuid, ADD COLUMN peer_ref uuid,
  ADD CONSTRAINT survey_report_origin_whole CHECK ((peer_id IS NULL) = (peer_ref IS NULL));
CREATE UNIQUE INDEX survey_report_origin ON survey_report (org_id, peer_id, peer_ref) WHERE peer_id IS NOT NULL;

-- The other side: reports an operator sends, with every version as it left, and what it is asked about them.
CREATE TABLE own_report (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  incident_id uuid,
  peer_id     uuid,
  title       text NOT NULL,
  draft       json,
  draft_seen  integer NOT NULL,
  version     integer NOT NULL,
  stage       text CHECK (stage IN ('first', 'followUp', 'final')),
  -- As the recipient told it.
  number      integer,
  verdict     text CHECK (verdict IN ('inReview', 'passed', 'toRevise', 'notOurs')),
  reason      text NOT NULL,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, peer_id) REFERENCES survey_peer (org_id, id)
);
CREATE INDEX own_report_newest ON own_report (org_id, changed_at DESC, id DESC);
CREATE TABLE own_report_version (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  report_id  uuid NOT NULL,
  version    integer NOT NULL,
  stage      text NOT NULL CHECK (stage IN ('first', 'followUp', 'final')),
  content    json NOT NULL,
  package_id uuid NOT NULL,
  outcome    text CHECK (outcome IN ('taken', 'refused')),
  reason     text NOT NULL,
  sent_at    timestamptz NOT NULL,
  settled_at timestamptz,
  -- One that was refused is sent again under the same number.
  PRIMARY KEY (org_id, package_id),
  FOREIGN KEY (org_id, report_id) REFERENCES own_report (org_id, id) ON DELETE CASCADE
);
CREATE TABLE own_question (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  report_id   uuid NOT NULL,
  -- As whoever asked knows it.
  id          uuid NOT NULL,
  number      integer NOT NULL,
  field       text,
  text        text NOT NULL,
  asked_at    timestamptz NOT NULL,
  answer      text,
  answered_at timestamptz,
  answered_by text NOT NULL,
  PRIMARY KEY (org_id, report_id, id),
  FOREIGN KEY (org_id, report_id) REFERENCES own_report (org_id, id) ON DELETE CASCADE
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['own_report', 'own_report_version', 'own_question'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO sonae_app', t);
  END LOOP;
END $$;
-- Hidden with its incident, and what it holds with it.
CREATE POLICY own ON own_report USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND (incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents())));
CREATE POLICY own ON own_report_version USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND report_id IN (SELECT id FROM own_report));
CREATE POLICY own ON own_question USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND report_id IN (SELECT id FROM own_report));
