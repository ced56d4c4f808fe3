-- Which kinds of routes there are is told by the channels (channels/registry.ts), not by the database.
ALTER TABLE contact_route DROP CONSTRAINT contact_route_kind_check;

-- Slack, Teams and LINE WORKS were shapes of one webhook, so that an organisation had one of them; now each is a channel of
-- its own. Settings, routes and messages of whoever used one go with it.
CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
  SELECT org_id, CASE settings->>'shape' WHEN 'lineworks' THEN 'line-works' ELSE settings->>'shape' END AS channel
  FROM channel_setting WHERE channel = 'webhook' AND coalesce(settings->>'shape', 'slack') <> 'plain';
UPDATE moved SET channel = 'slack' WHERE channel IS NULL;
UPDATE contact_route r SET kind = m.channel FROM moved m
  WHERE m.org_id = r.org_id AND r.kind = 'chat' AND r.address ~ '^https?://';
UPDATE message s SET channel = m.channel FROM moved m WHERE m.org_id = s.org_id AND s.channel = 'webhook';
UPDATE channel_setting c SET channel = m.channel, settings = (c.settings::jsonb - 'shape')::json
  FROM moved m WHERE m.org_id = c.org_id AND c.channel = 'webhook';
