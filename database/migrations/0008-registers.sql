-- Prepare: what an organisation knows of itself. Systems and what depends on what have tables of their own, for there are
-- tens of thousands; every other register is a document by key, each version of which is kept.

CREATE TABLE asset (
  org_id          uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id              uuid NOT NULL,
  key             text NOT NULL,
  kind            text NOT NULL,
  name            text NOT NULL,
  critical        boolean NOT NULL,
  unit_id         uuid,
  impact          integer CHECK (impact BETWEEN 0 AND 4),
  impact_reason   text NOT NULL,
  rto_minutes     integer,
  rpo_minutes     integer,
  mtpd_minutes    integer,
  company         text NOT NULL,
  class           text NOT NULL,
  os              text NOT NULL,
  product         text NOT NULL,
  product_version text NOT NULL,
  hosts           integer,
  details         jsonb NOT NULL,
  confirmed_at    timestamptz,
  confirmed_by    uuid,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id, unit_id) REFERENCES unit (org_id, id)
);
CREATE INDEX asset_listed ON asset (org_id, kind, key);

CREATE TABLE asset_edge (
  org_id  uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  from_id uuid NOT NULL,
  kind    text NOT NULL,
  to_id   uuid NOT NULL,
  PRIMARY KEY (org_id, from_id, kind, to_id),
  FOREIGN KEY (org_id, from_id) REFERENCES asset (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, to_id) REFERENCES asset (org_id, id) ON DELETE CASCADE
);
CREATE INDEX asset_edge_back ON asset_edge (org_id, to_id);

-- A file that was handed in, what its rows would change, and how far that has come.
CREATE TABLE asset_import (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id         uuid NOT NULL,
  file_name  text NOT NULL,
  format     text NOT NULL CHECK (format IN ('csv', 'xlsx', 'cyclonedx')),
  content    bytea NOT NULL,
  mapping    json NOT NULL,
  state      text NOT NULL CHECK (state IN ('checking', 'checked', 'applying', 'applied', 'failed')),
  -- Rows looked at so far, or applied so far, of all.
  done       integer NOT NULL,
  total      integer NOT NULL,
  report     json NOT NULL,
  made_at    timestamptz NOT NULL,
  made_by    text NOT NULL,
  PRIMARY KEY (org_id, id)
);

CREATE TABLE register_entry (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  register   text NOT NULL,
  key        text NOT NULL,
  version    integer NOT NULL,
  entry      jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (org_id, register, key)
);
CREATE TABLE register_version (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  register   text NOT NULL,
  key        text NOT NULL,
  version    integer NOT NULL,
  -- Null where this version is its removal.
  entry      jsonb,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (org_id, register, key, version)
);

ALTER TABLE asset ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON asset USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE asset_edge ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON asset_edge USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE asset_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON asset_import USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE register_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON register_entry USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
ALTER TABLE register_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON register_version USING (org_id = (SELECT current_org()) AND (SELECT is_insider()));
GRANT SELECT, INSERT, UPDATE, DELETE ON asset, asset_edge, asset_import, register_entry TO sonae_app;
-- A version that was is never changed.
GRANT SELECT, INSERT ON register_version TO sonae_app;
