-- A new alarm goes before what is merely asked again: lane 0 is looked at first.
ALTER TABLE timer ADD COLUMN lane smallint NOT NULL DEFAULT 1;
UPDATE timer SET lane = 0 WHERE kind IN ('weigh-signals', 'start-page', 'miss-heartbeat', 'page-administrators');
CREATE INDEX timer_lane ON timer (lane, due_at);
