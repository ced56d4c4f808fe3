-- A sweep looks at every host of something: one row for each, with what came of it (C1-R5).
CREATE TABLE sweep_item (
  org_id      uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  task_id     uuid NOT NULL,
  asset_key   text NOT NULL,
  incident_id uuid NOT NULL,
  name        text NOT NULL,
  class       text NOT NULL,
  company     text NOT NULL,
  site        text NOT NULL,
  result      text NOT NULL CHECK (result IN ('pending', 'clean', 'found', 'excluded')),
  note        text NOT NULL,
  -- Who said so: one of ours by id, or a party by its key.
  reported_by text,
  reported_at timestamptz,
  PRIMARY KEY (org_id, task_id, asset_key),
  FOREIGN KEY (org_id, task_id) REFERENCES incident_task (org_id, id)
);
CREATE INDEX sweep_item_result ON sweep_item (org_id, task_id, result, asset_key);
ALTER TABLE sweep_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON sweep_item USING (org_id = (SELECT current_org()) AND (SELECT is_insider())
  AND incident_id NOT IN (SELECT hidden_incidents()));
GRANT SELECT, INSERT, UPDATE, DELETE ON sweep_item TO sonae_app;

-- A sweep was a task with a word to it until now, and has no hosts to answer for.
UPDATE incident_task SET kind = 'task' WHERE kind = 'sweep';
