-- Signed packages between organisations. Those of one installation, too, meet by packages alone: no row of these is seen by two.
CREATE TABLE survey_key (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  print      text NOT NULL,
  -- The highest is in use.
  turn       integer NOT NULL,
  public_key bytea NOT NULL,
  -- The private half, sealed with the secret of the installation.
  sealed     bytea NOT NULL,
  made_at    timestamptz NOT NULL,
  PRIMARY KEY (org_id, print),
  UNIQUE (org_id, turn)
);

CREATE TABLE survey_peer (
  org_id       uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- The id of the other organisation, as its card says.
  id           uuid NOT NULL,
  name         text NOT NULL,
  address      text NOT NULL,
  public_key   bytea NOT NULL,
  print        text NOT NULL,
  state        text NOT NULL CHECK (state IN ('unconfirmed', 'pinned', 'revoked')),
  -- A card with another key, which waits until somebody has compared it.
  offered      json,
  allow_inner  boolean NOT NULL,
  -- The office by which packages go to it.
  via          uuid,
  in_number    integer NOT NULL DEFAULT 0,
  in_hash      text NOT NULL DEFAULT '',
  out_number   integer NOT NULL DEFAULT 0,
  out_hash     text NOT NULL DEFAULT '',
  -- Tries in a row that came to nothing, and when the next is due.
  fails        integer NOT NULL DEFAULT 0,
  retry_at     timestamptz,
  kept_at      timestamptz NOT NULL,
  confirmed_at timestamptz,
  confirmed_by text,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, via) REFERENCES survey_peer (org_id, id)
);

CREATE TABLE survey_sent (
  org_id      uuid NOT NULL,
  id          uuid NOT NULL,
  peer_id     uuid NOT NULL,
  kind        text NOT NULL,
  -- Numbers run for each key of ours and each peer.
  print       text NOT NULL,
  number      integer NOT NULL,
  hash        text NOT NULL,
  in_reply_to uuid,
  content     bytea NOT NULL,
  state       text NOT NULL CHECK (state IN ('queued', 'sending', 'by-hand', 'delivered', 'receipted', 'refused')),
  reason      text NOT NULL DEFAULT '',
  tries       integer NOT NULL DEFAULT 0,
  -- The package by which an office is asked to pass it on.
  carried_by  uuid,
  receipt     bytea,
  made_at     timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, peer_id, print, number),
  FOREIGN KEY (org_id, peer_id) REFERENCES survey_peer (org_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_sent_waiting ON survey_sent (org_id, peer_id, number) WHERE state IN ('queued', 'sending');
CREATE INDEX survey_sent_carried ON survey_sent (org_id, carried_by) WHERE carried_by IS NOT NULL;
CREATE INDEX survey_sent_made ON survey_sent (org_id, made_at, id);

CREATE TABLE survey_received (
  org_id      uuid NOT NULL,
  id          uuid NOT NULL,
  peer_id     uuid NOT NULL,
  kind        text NOT NULL,
  print       text NOT NULL,
  number      integer NOT NULL,
  hash        text NOT NULL,
  in_reply_to uuid,
  content     bytea NOT NULL,
  outcome     text NOT NULL CHECK (outcome IN ('taken', 'refused')),
  reason      text NOT NULL,
  -- The office that passed it on.
  via         uuid,
  receipt     bytea NOT NULL,
  made_at     timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, peer_id, print, number),
  FOREIGN KEY (org_id, peer_id) REFERENCES survey_peer (org_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_received_at ON survey_received (org_id, received_at, id);

-- What was turned away, by why and as from whom; repeats are counted, so that nobody fills it who is nobody.
CREATE TABLE survey_refused (
  org_id     uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id         uuid NOT NULL,
  reason     text NOT NULL,
  detail     text NOT NULL,
  sender_id  uuid,
  sender     text NOT NULL,
  package_id uuid,
  door       text NOT NULL CHECK (door IN ('network', 'file')),
  times      integer NOT NULL DEFAULT 1,
  first_at   timestamptz NOT NULL,
  last_at    timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX survey_refused_last ON survey_refused (org_id, last_at, id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['survey_key', 'survey_peer', 'survey_sent', 'survey_received', 'survey_refused'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON %I USING (org_id = (SELECT current_org()) AND (SELECT is_insider()))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON survey_key, survey_received TO sonae_app;
GRANT SELECT, INSERT, UPDATE ON survey_peer, survey_sent, survey_refused TO sonae_app;
