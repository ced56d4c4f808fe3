-- Two people may share an address: each has a state of their own.
DROP INDEX notice_once;
CREATE UNIQUE INDEX notice_once ON notice (org_id, kind, about, address, name) WHERE kind IN ('individual', 'status');

-- After a restore: jobs are not in a backup, so what was still to be sent is tried again, notices as well as pages.
CREATE OR REPLACE FUNCTION revive_after_restore() RETURNS void LANGUAGE sql SET search_path = sonae, pg_temp AS $$
  INSERT INTO timer (id, org_id, kind, key, due_at, body)
    SELECT gen_random_uuid(), org_id, 'retry-attempt', id::text, changed_at, json_build_object('attemptId', id)
    FROM page_attempt WHERE state IN ('queued', 'sending') ON CONFLICT DO NOTHING;
  UPDATE page_attempt SET state = 'queued' WHERE state = 'sending';
  INSERT INTO timer (id, org_id, kind, key, due_at, body)
    SELECT gen_random_uuid(), org_id, 'retry-notice', id::text, changed_at, json_build_object('noticeId', id)
    FROM notice WHERE state IN ('queued', 'sending') ON CONFLICT DO NOTHING;
  UPDATE notice SET state = 'queued' WHERE state = 'sending';
$$;
