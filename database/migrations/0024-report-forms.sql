-- A report on a form: what was answered, and, once it went out, every field as it stood then.
ALTER TABLE external_report ADD COLUMN form text NOT NULL DEFAULT '';
ALTER TABLE external_report ADD COLUMN answers json NOT NULL DEFAULT '{}';
ALTER TABLE external_report ADD COLUMN filled json;
