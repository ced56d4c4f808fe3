-- What somebody took off a list stays known, so that filling the list from registers and reports does not bring it back.
ALTER TABLE survey_entity ADD COLUMN removed boolean NOT NULL DEFAULT false;
REVOKE DELETE ON survey_entity FROM sonae_app;
-- What was listed for one case is looked for in the next.
CREATE INDEX survey_entity_kept ON survey_entity (org_id, id) WHERE NOT removed;
