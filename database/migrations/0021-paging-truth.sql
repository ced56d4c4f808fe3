-- Seen is told by the person's own device or screen. A bundle is one message for several attempts to one address: each
-- attempt keeps its own proof, and names the attempt whose message carried it. sent_at: when it was last handed over.
ALTER TABLE page_attempt ADD COLUMN bundle_id uuid;
ALTER TABLE page_attempt ADD COLUMN sent_at timestamptz;
ALTER TABLE page_attempt DROP CONSTRAINT page_attempt_state_check;
ALTER TABLE page_attempt ADD CONSTRAINT page_attempt_state_check
  CHECK (state IN ('queued', 'held', 'sending', 'accepted', 'delivered', 'seen', 'failed', 'acknowledged'));
CREATE INDEX page_attempt_address ON page_attempt (org_id, person_id, channel, address, sent_at DESC);
CREATE INDEX page_attempt_bundle ON page_attempt (org_id, bundle_id) WHERE bundle_id IS NOT NULL;

-- A plan may ask for more than one answer.
ALTER TABLE page ADD COLUMN needed integer NOT NULL DEFAULT 1;
CREATE TABLE page_answer (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  page_id     uuid NOT NULL,
  person_id   uuid NOT NULL,
  answered_by text NOT NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, page_id, person_id),
  FOREIGN KEY (org_id, page_id) REFERENCES page (org_id, id) ON DELETE CASCADE
);
ALTER TABLE page_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON page_answer USING (org_id = (SELECT current_org())
  AND EXISTS (SELECT 1 FROM page p WHERE p.org_id = page_answer.org_id AND p.id = page_answer.page_id));
GRANT SELECT, INSERT ON page_answer TO sonae_app;

-- So long after a message what else is for the same address waits, and goes out as one.
ALTER TABLE paging_setting ADD COLUMN bundle_seconds integer NOT NULL DEFAULT 30;

ALTER TABLE contact_route DROP CONSTRAINT contact_route_kind_check;
ALTER TABLE contact_route ADD CONSTRAINT contact_route_kind_check CHECK (kind IN ('email', 'phone', 'sms', 'chat', 'push'));

-- Another Sonae listens for our beats and pages when they stop. The key it gave us is sealed.
CREATE TABLE remote_watch (
  org_id        uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  address       text NOT NULL,
  key           bytea NOT NULL,
  every_seconds integer NOT NULL,
  allow_inner   boolean NOT NULL,
  last_at       timestamptz,
  last_outcome  text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id)
);
ALTER TABLE remote_watch ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON remote_watch USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE, DELETE ON remote_watch TO sonae_app;
