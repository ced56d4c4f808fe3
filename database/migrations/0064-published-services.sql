-- What a statement on the public page says of services: it is approved with the text, and nothing else tells how they are.
ALTER TABLE statement ADD COLUMN services jsonb NOT NULL DEFAULT '[]';
