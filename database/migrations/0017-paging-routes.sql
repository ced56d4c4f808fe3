-- A page walks through the routes of a person: each attempt is to one address by one channel. Delivered is what a
-- provider told by its own call, later than accepted; what it calls the message is kept to know it by.
ALTER TABLE page_attempt ADD COLUMN address text NOT NULL DEFAULT '';
ALTER TABLE page_attempt DROP CONSTRAINT page_attempt_org_id_page_id_step_person_id_channel_key;
ALTER TABLE page_attempt ADD UNIQUE (org_id, page_id, step, person_id, channel, address);
ALTER TABLE page_attempt DROP CONSTRAINT page_attempt_state_check;
ALTER TABLE page_attempt ADD CHECK (state IN ('queued', 'held', 'sending', 'accepted', 'delivered', 'failed', 'acknowledged'));
