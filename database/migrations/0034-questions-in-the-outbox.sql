-- Questions answered by a link are messages like any other: what they ask about stays here, how they fare is the outbox's.
INSERT INTO message (org_id, id, purpose, kind, about, person_id, name, address, language, channel, urgent, subject, text,
    state, reason, tries, made_at, changed_at)
  SELECT c.org_id, c.id, 'question', c.kind, c.subject, c.person_id, c.name, c.address, c.language,
    -- A test of a route goes out by that route, anything else by mail.
    CASE r.kind WHEN 'phone' THEN 'voice' WHEN 'push' THEN 'web-push' WHEN 'chat' THEN 'webhook' ELSE coalesce(r.kind, 'email') END,
    false, '', '', CASE c.state WHEN 'answered' THEN 'acknowledged' ELSE c.state END, c.reason, c.tries, c.asked_at,
    coalesce(c.answered_at, c.asked_at)
  FROM confirmation c
  LEFT JOIN contact_route r ON r.org_id = c.org_id AND c.kind = 'route' AND r.id::text = c.subject;
INSERT INTO link (org_id, purpose, owner_id, hash, person_id, until, used_at)
  SELECT org_id, 'confirm', id, link_hash, person_id, until, answered_at FROM confirmation;
DROP FUNCTION confirmation_of_link;
ALTER TABLE confirmation DROP COLUMN name, DROP COLUMN address, DROP COLUMN language, DROP COLUMN link_hash,
  DROP COLUMN send_at, DROP COLUMN until, DROP COLUMN state, DROP COLUMN reason, DROP COLUMN tries;
ALTER TABLE confirmation ADD FOREIGN KEY (org_id, id) REFERENCES message (org_id, id) ON DELETE CASCADE;

UPDATE timer SET kind = 'send-message', body = json_build_object('messageId', body->>'confirmationId')
  WHERE kind = 'send-confirmation';
INSERT INTO timer (id, org_id, kind, key, due_at, body)
  SELECT gen_random_uuid(), org_id, 'release-held', key, due_at, body FROM timer WHERE kind = 'release-questions'
  ON CONFLICT DO NOTHING;
DELETE FROM timer WHERE kind = 'release-questions';
-- What had left its timer and not yet its job is asked for again; what waits for quiet hours to end goes on waiting.
DELETE FROM pgboss.job WHERE name = 'deliver-confirmation' AND state < 'completed';
INSERT INTO timer (id, org_id, kind, key, due_at, body)
  SELECT gen_random_uuid(), m.org_id, 'retry-routine', m.id::text, m.changed_at, json_build_object('messageId', m.id)
  FROM message m WHERE m.purpose = 'question' AND m.state = 'queued' AND NOT EXISTS (
    SELECT 1 FROM timer t WHERE t.org_id = m.org_id AND t.kind = 'send-message' AND t.key = m.id::text)
  ON CONFLICT DO NOTHING;

-- Queues nobody puts anything into any more.
SELECT pgboss.delete_queue(name) FROM pgboss.queue WHERE name IN ('deliver-attempt', 'deliver-by-phone', 'deliver-by-post',
  'deliver-notice', 'deliver-confirmation');
