-- What is withheld is withheld in its readings and synonyms too; lifting it takes a reason and a second person.
ALTER TABLE withheld ADD COLUMN also text[] NOT NULL DEFAULT '{}', ADD COLUMN lift_asked_by text, ADD COLUMN lift_reason text NOT NULL DEFAULT '';
