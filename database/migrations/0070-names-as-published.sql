-- What the public page calls a service: the name it had when the page was said to show it, or when a statement last spoke of it.
CREATE TABLE published_service (
  org_id  uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  service text NOT NULL,
  name    text NOT NULL,
  PRIMARY KEY (org_id, service)
);
ALTER TABLE published_service ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON published_service USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE ON published_service TO sonae_app;
INSERT INTO published_service
  SELECT e.org_id, a.key, a.name FROM register_entry e JOIN asset a ON a.org_id = e.org_id
  WHERE e.register = 'outlets' AND e.key = 'status-page' AND e.entry::jsonb->'services' ? a.key;

-- Whoever opens the page has what was published by it, and not every statement there is, looked through.
CREATE INDEX statement_published ON statement (org_id, outlet, sent_at) WHERE state = 'sent';
