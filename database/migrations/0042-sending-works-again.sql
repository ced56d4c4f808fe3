-- Since when a channel takes nothing; and of a page, rounds in which nothing could be delivered to anybody: they are not counted
-- against how often people are asked, and the next follows as soon as sending works again.
ALTER TABLE channel_setting ADD COLUMN failing_since timestamptz;
ALTER TABLE page ADD COLUMN undelivered integer NOT NULL DEFAULT 0;
