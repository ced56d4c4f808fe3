-- A restored copy keeps quiet until somebody says that it is the one to go on: it sends nothing and no timer acts. One row
-- for the installation; restoring an older backup makes the table before this migration does.
CREATE TABLE IF NOT EXISTS quiet (
  one   boolean PRIMARY KEY DEFAULT true CHECK (one),
  since timestamptz NOT NULL
);
GRANT SELECT ON quiet TO sonae_app;
