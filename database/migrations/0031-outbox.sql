-- One row for every message that is to leave, whoever sends it, with one table of states (areas/sending/outbox/rules.ts).
-- Attempts of pages are the first to move in; notices and questions follow.
CREATE TABLE message (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id          uuid NOT NULL,
  -- Who sends it, what they call it, and what it is about.
  purpose     text NOT NULL,
  kind        text NOT NULL,
  about       text NOT NULL,
  incident_id uuid,
  person_id   uuid,
  name        text NOT NULL,
  address     text NOT NULL,
  language    text NOT NULL CHECK (language IN ('ja', 'en')),
  channel     text NOT NULL,
  urgent      boolean NOT NULL,
  -- Empty where it is put into words when it leaves.
  subject     text NOT NULL,
  text        text NOT NULL,
  -- A hash of what makes it the same as another: there is one of each purpose.
  once        bytea,
  state       text NOT NULL CHECK (state IN ('queued', 'held', 'sending', 'accepted', 'delivered', 'seen', 'acknowledged',
    'failed', 'withdrawn', 'reached', 'returned')),
  reason      text NOT NULL DEFAULT '',
  tries       integer NOT NULL DEFAULT 0,
  bundle_id   uuid,
  made_at     timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  sent_at     timestamptz,
  answer      text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX message_once ON message (org_id, purpose, once) WHERE once IS NOT NULL;
CREATE INDEX message_address ON message (org_id, person_id, channel, address, sent_at DESC);
CREATE INDEX message_bundle ON message (org_id, bundle_id) WHERE bundle_id IS NOT NULL;
CREATE INDEX message_about ON message (org_id, about);
CREATE INDEX message_incident ON message (org_id, incident_id, id) WHERE incident_id IS NOT NULL;
CREATE INDEX message_unsettled ON message (org_id, state) WHERE state IN ('queued', 'held', 'sending');
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
-- What was sent to oneself is one's own where it holds no words; words of an incident are for those who may see it.
CREATE POLICY own ON message USING (org_id = (SELECT current_org()) AND (
  person_id = (SELECT current_person()) AND subject = '' AND text = ''
  OR (SELECT is_insider()) AND (incident_id IS NULL OR incident_id NOT IN (SELECT hidden_incidents()))));
GRANT SELECT, INSERT, UPDATE, DELETE ON message TO sonae_app;

INSERT INTO message (org_id, id, purpose, kind, about, incident_id, person_id, name, address, language, channel, urgent,
    subject, text, once, state, reason, tries, bundle_id, made_at, changed_at, sent_at)
  SELECT a.org_id, a.id, 'page', '', a.page_id::text, p.incident_id, a.person_id,
    CASE WHEN a.address LIKE 'forgotten %' THEN '' ELSE coalesce(h.name, '') END,
    -- One that was queued before addresses were kept with attempts goes where they sign in.
    CASE WHEN a.address = '' THEN coalesce(h.email, '') WHEN a.address LIKE 'forgotten %' THEN '' ELSE a.address END,
    coalesce(h.language, 'ja'), a.channel, true, '', '',
    CASE WHEN a.address LIKE 'forgotten %' THEN NULL
      ELSE sha256(convert_to(concat_ws(' ', a.page_id, a.step, a.person_id, a.channel, a.address), 'UTF8')) END,
    CASE WHEN a.state = 'failed' AND a.reason = 'page-ended' THEN 'withdrawn' ELSE a.state END,
    coalesce(a.reason, ''), a.tries, a.bundle_id, a.created_at, a.changed_at, a.sent_at
  FROM page_attempt a
  JOIN page p ON p.org_id = a.org_id AND p.id = a.page_id
  LEFT JOIN person h ON h.org_id = a.org_id AND h.id = a.person_id;
INSERT INTO link (org_id, purpose, owner_id, hash, person_id, until, used_at)
  SELECT org_id, 'acknowledge', id, link_hash, person_id, link_until, CASE WHEN link_used THEN changed_at END FROM page_attempt;

-- What is left of an attempt is where it stands in its page.
DROP FUNCTION attempt_of_link;
DROP POLICY own ON page_attempt;
DROP INDEX page_attempt_outbox, page_attempt_address, page_attempt_bundle;
ALTER TABLE page_attempt DROP COLUMN person_id, DROP COLUMN channel, DROP COLUMN address, DROP COLUMN state,
  DROP COLUMN reason, DROP COLUMN tries, DROP COLUMN created_at, DROP COLUMN changed_at, DROP COLUMN link_hash,
  DROP COLUMN link_until, DROP COLUMN link_used, DROP COLUMN bundle_id, DROP COLUMN sent_at;
ALTER TABLE page_attempt ADD FOREIGN KEY (org_id, id) REFERENCES message (org_id, id) ON DELETE CASCADE;
CREATE INDEX page_attempt_page ON page_attempt (org_id, page_id, step);
-- Whoever may see a message may see where it stands.
CREATE POLICY own ON page_attempt USING (org_id = (SELECT current_org())
  AND EXISTS (SELECT 1 FROM message m WHERE m.org_id = page_attempt.org_id AND m.id = page_attempt.id));

-- Timers that are set go on under their new names.
UPDATE timer SET kind = 'retry-urgent', body = json_build_object('messageId', body->>'attemptId') WHERE kind = 'retry-attempt';
UPDATE timer SET body = json_build_object('messageId', body->>'attemptId') WHERE kind = 'send-bundle';
UPDATE timer SET kind = 'forget-recipient' WHERE kind = 'forget-attempts';
-- Jobs that were enqueued or under way have new names: what is still to be sent is asked for by a timer instead.
DELETE FROM pgboss.job WHERE name IN ('deliver-attempt', 'deliver-by-phone', 'deliver-by-post') AND state < 'completed';
INSERT INTO timer (id, org_id, kind, key, due_at, body)
  SELECT gen_random_uuid(), org_id, 'retry-urgent', id::text, changed_at, json_build_object('messageId', id)
  FROM message WHERE state IN ('queued', 'sending') ON CONFLICT DO NOTHING;

-- After a restore: jobs are not in a backup, so what was still to be sent is asked for again.
CREATE OR REPLACE FUNCTION revive_after_restore() RETURNS void LANGUAGE sql SET search_path = sonae, pg_temp AS $$
  INSERT INTO timer (id, org_id, kind, key, due_at, body)
    SELECT gen_random_uuid(), m.org_id, CASE WHEN m.urgent THEN 'retry-urgent' ELSE 'retry-routine' END, m.id::text,
      m.changed_at, json_build_object('messageId', m.id)
    FROM message m WHERE m.state IN ('queued', 'sending') AND NOT EXISTS (
      SELECT 1 FROM timer t WHERE t.org_id = m.org_id AND t.kind = 'send-message' AND t.key = m.id::text)
    ON CONFLICT DO NOTHING;
  UPDATE message SET state = 'queued' WHERE state = 'sending';
  INSERT INTO timer (id, org_id, kind, key, due_at, body)
    SELECT gen_random_uuid(), org_id, 'retry-notice', id::text, changed_at, json_build_object('noticeId', id)
    FROM notice WHERE state IN ('queued', 'sending') ON CONFLICT DO NOTHING;
  UPDATE notice SET state = 'queued' WHERE state = 'sending';
$$;
