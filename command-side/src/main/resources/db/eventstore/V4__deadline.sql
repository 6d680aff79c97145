-- What is to happen unless something else happens before: fed from the log in the transaction of its reader's position, so that it is never behind a restart.
CREATE TABLE daybook.deadline (
  kind           varchar(40)  COLLATE "C" NOT NULL,
  entity         varchar(200) COLLATE "C" NOT NULL,
  key            varchar(200) COLLATE "C" NOT NULL,
  tenant         varchar(32)  NOT NULL,
  due_at         timestamptz  NOT NULL,
  next_at        timestamptz  NOT NULL,
  attempts       integer      NOT NULL DEFAULT 0,
  last_error     varchar(1000),
  event          varchar(64)  NOT NULL,
  correlation_id varchar(128),
  PRIMARY KEY (entity, kind, key)
);

CREATE INDEX deadline_next ON daybook.deadline (next_at);

COMMENT ON COLUMN daybook.deadline.kind IS 'which command follows';
COMMENT ON COLUMN daybook.deadline.key IS 'tells deadlines of one kind and entity apart; empty when there is only one';
COMMENT ON COLUMN daybook.deadline.next_at IS 'when it is tried next: due_at, later while a node is at it, or after a failure';
COMMENT ON COLUMN daybook.deadline.event IS 'identifier of the event that set it';
