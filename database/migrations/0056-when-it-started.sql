-- When an alarm began by its sender, beside when it was heard of here.
ALTER TABLE signal ADD COLUMN started_at timestamptz;
