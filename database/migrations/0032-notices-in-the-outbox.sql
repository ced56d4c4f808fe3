-- Notices are messages like any other: what was a table of their own is a purpose of the outbox.
INSERT INTO message (org_id, id, purpose, kind, about, incident_id, person_id, name, address, language, channel, urgent,
    subject, text, once, state, reason, tries, made_at, changed_at, answer)
  SELECT org_id, id, 'notice', kind, about::text, incident_id, person_id, name,
    -- What was forgotten had its own id for an address.
    CASE WHEN address = id::text THEN '' ELSE address END, language, 'email', false, subject, text,
    CASE WHEN kind IN ('individual', 'status') AND address <> id::text
      THEN sha256(convert_to(concat_ws(' ', kind, about, address, name), 'UTF8')) END,
    CASE state WHEN 'answered' THEN 'acknowledged' ELSE state END, reason, tries, made_at, changed_at, answer
  FROM notice;
INSERT INTO link (org_id, purpose, owner_id, hash, person_id, until, used_at)
  SELECT org_id, 'notice', id, link_hash, person_id, coalesce(link_until, made_at),
    CASE WHEN state = 'answered' THEN changed_at END
  FROM notice WHERE link_hash IS NOT NULL;
DROP FUNCTION notice_of_link;
DROP TABLE notice;

-- Timers that are set go on under their new names; who was forgotten twice is forgotten once.
UPDATE timer SET kind = 'retry-routine', body = json_build_object('messageId', body->>'noticeId') WHERE kind = 'retry-notice';
INSERT INTO timer (id, org_id, kind, key, due_at, body)
  SELECT gen_random_uuid(), org_id, CASE kind WHEN 'forget-notices' THEN 'forget-recipient' ELSE 'release-held' END,
    key, due_at, body
  FROM timer WHERE kind IN ('forget-notices', 'release-notices') ON CONFLICT DO NOTHING;
DELETE FROM timer WHERE kind IN ('forget-notices', 'release-notices');
-- What is still to be sent is asked for by a timer, for its job has a new name.
DELETE FROM pgboss.job WHERE name = 'deliver-notice' AND state < 'completed';
INSERT INTO timer (id, org_id, kind, key, due_at, body)
  SELECT gen_random_uuid(), org_id, 'retry-routine', id::text, changed_at, json_build_object('messageId', id)
  FROM message WHERE purpose = 'notice' AND state IN ('queued', 'sending') ON CONFLICT DO NOTHING;

CREATE OR REPLACE FUNCTION revive_after_restore() RETURNS void LANGUAGE sql SET search_path = sonae, pg_temp AS $$
  INSERT INTO timer (id, org_id, kind, key, due_at, body)
    SELECT gen_random_uuid(), m.org_id, CASE WHEN m.urgent THEN 'retry-urgent' ELSE 'retry-routine' END, m.id::text,
      m.changed_at, json_build_object('messageId', m.id)
    FROM message m WHERE m.state IN ('queued', 'sending') AND NOT EXISTS (
      SELECT 1 FROM timer t WHERE t.org_id = m.org_id AND t.kind = 'send-message' AND t.key = m.id::text)
    ON CONFLICT DO NOTHING;
  UPDATE message SET state = 'queued' WHERE state = 'sending';
$$;
