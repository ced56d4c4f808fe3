-- How low the plan's level has been since a headquarters was declined or stood down: proposed again when it rises from there.
ALTER TABLE headquarters ADD COLUMN low_level integer;
