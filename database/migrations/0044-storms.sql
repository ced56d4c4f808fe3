-- A storm: rules matched more often than anybody can handle one by one, and the further matches collect in one incident.
CREATE TABLE storm (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- The incident that collects.
  id          uuid NOT NULL,
  began_at    timestamptz NOT NULL,
  last_at     timestamptz NOT NULL,
  -- Its groups became incidents of their own, or are becoming so.
  released_at timestamptz,
  -- Whether somebody was called for it.
  paged       boolean NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, id) REFERENCES incident (org_id, id)
);
ALTER TABLE storm ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON storm USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON storm TO sonae_app;

-- What would have been an incident of its own, with what its rule said at that time.
CREATE TABLE storm_group (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  storm_id    uuid NOT NULL,
  rule_id     uuid NOT NULL,
  group_key   text NOT NULL,
  title       text NOT NULL,
  severity    integer NOT NULL,
  situation   text,
  held_at     timestamptz NOT NULL,
  -- The incident it became when the storm was undone.
  incident_id uuid,
  PRIMARY KEY (org_id, storm_id, rule_id, group_key),
  FOREIGN KEY (org_id, storm_id) REFERENCES storm (org_id, id)
);
CREATE INDEX storm_group_held ON storm_group (org_id, held_at);
CREATE INDEX storm_group_became ON storm_group (org_id, incident_id) WHERE incident_id IS NOT NULL;
ALTER TABLE storm_group ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON storm_group USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON storm_group TO sonae_app;

CREATE TABLE storm_signal (
  org_id    uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  storm_id  uuid NOT NULL,
  signal_id uuid NOT NULL,
  rule_id   uuid NOT NULL,
  group_key text NOT NULL,
  PRIMARY KEY (org_id, storm_id, signal_id),
  FOREIGN KEY (org_id, storm_id, rule_id, group_key) REFERENCES storm_group (org_id, storm_id, rule_id, group_key)
);
CREATE INDEX storm_signal_group ON storm_signal (org_id, storm_id, rule_id, group_key);
ALTER TABLE storm_signal ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON storm_signal USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT ON storm_signal TO sonae_app;

CREATE TABLE storm_brake (
  org_id  uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  most    integer NOT NULL CHECK (most BETWEEN 1 AND 100000),
  minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440)
);
ALTER TABLE storm_brake ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON storm_brake USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON storm_brake TO sonae_app;

-- How many incidents rules have declared lately is asked at every look at new signals.
CREATE INDEX incident_by_rule ON incident (org_id, declared_at) WHERE rule_id IS NOT NULL;
-- The rule's last incident with a group, whatever became of it.
CREATE INDEX incident_of_group ON incident (org_id, rule_id, group_key, number) WHERE rule_id IS NOT NULL;
