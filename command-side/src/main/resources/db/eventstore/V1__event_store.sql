-- The log: every fact that Daybook ever accepted, in the order of its position.

-- CACHE 1 matters: positions must be handed out in the order in which transactions ask for them, or a reader could no
-- longer tell a transaction that is still open from one that will never come (see TransactionHorizon).
CREATE SEQUENCE daybook.event_position AS bigint CACHE 1;

CREATE TABLE daybook.domain_event_entry (
  global_index         bigint       NOT NULL DEFAULT nextval('daybook.event_position'),
  event_identifier     varchar(64)  NOT NULL,
  aggregate_identifier varchar(200) COLLATE "C" NOT NULL,
  sequence_number      bigint       NOT NULL,
  type                 varchar(60),
  time_stamp           varchar(40)  COLLATE "C" NOT NULL,
  payload_type         varchar(200) NOT NULL,
  payload_revision     varchar(16),
  payload              bytea        NOT NULL,
  meta_data            bytea,
  tenant               varchar(32)  NOT NULL,
  CONSTRAINT domain_event_entry_pkey PRIMARY KEY (global_index),
  CONSTRAINT domain_event_entry_aggregate_sequence UNIQUE (aggregate_identifier, sequence_number),
  CONSTRAINT domain_event_entry_event_identifier UNIQUE (event_identifier)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.02);

ALTER SEQUENCE daybook.event_position OWNED BY daybook.domain_event_entry.global_index;

CREATE INDEX domain_event_entry_time ON daybook.domain_event_entry (time_stamp, global_index);
CREATE INDEX domain_event_entry_tenant ON daybook.domain_event_entry (tenant, global_index);

-- Gives the writer its transaction id before the first row asks for a position. Readers rely on that order.
CREATE FUNCTION daybook.number_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_current_xact_id();
  RETURN NULL;
END
$$;

CREATE TRIGGER transaction_before_position BEFORE INSERT ON daybook.domain_event_entry
  FOR EACH STATEMENT EXECUTE FUNCTION daybook.number_transaction();

CREATE FUNCTION daybook.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are never edited or deleted' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER events_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON daybook.domain_event_entry
  FOR EACH STATEMENT EXECUTE FUNCTION daybook.refuse_change();

-- One snapshot per aggregate: a shortcut for loading, never the truth, and replaced by the next one.
CREATE TABLE daybook.snapshot_event_entry (
  aggregate_identifier varchar(200) COLLATE "C" NOT NULL PRIMARY KEY,
  sequence_number      bigint       NOT NULL,
  type                 varchar(60),
  event_identifier     varchar(64)  NOT NULL,
  time_stamp           varchar(40)  COLLATE "C" NOT NULL,
  payload_type         varchar(200) NOT NULL,
  payload_revision     varchar(16),
  payload              bytea        NOT NULL,
  meta_data            bytea
);

-- Rewritten with every batch of every processor: half-empty pages keep those updates inside their page.
CREATE TABLE daybook.token_entry (
  processor_name varchar(200) NOT NULL,
  segment        integer      NOT NULL,
  token          bytea,
  token_type     varchar(200),
  owner          varchar(200),
  claimed_at     timestamptz  NOT NULL DEFAULT now(),
  PRIMARY KEY (processor_name, segment)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

CREATE TABLE daybook.dead_letter_entry (
  dead_letter_identifier varchar(255)  NOT NULL PRIMARY KEY,
  processing_group       varchar(255)  NOT NULL,
  sequence_identifier    varchar(255)  NOT NULL,
  sequence_index         bigint        NOT NULL,
  message_type           varchar(255)  NOT NULL,
  event_identifier       varchar(255)  NOT NULL,
  time_stamp             varchar(40)   NOT NULL,
  payload_type           varchar(255)  NOT NULL,
  payload_revision       varchar(255),
  payload                bytea         NOT NULL,
  meta_data              bytea,
  type                   varchar(255),
  aggregate_identifier   varchar(255),
  sequence_number        bigint,
  token_type             varchar(255),
  token                  bytea,
  enqueued_at            varchar(40)   NOT NULL,
  last_touched           varchar(40),
  processing_started     varchar(40),
  cause_type             varchar(255),
  cause_message          varchar(1023),
  diagnostics            bytea,
  CONSTRAINT dead_letter_entry_sequence UNIQUE (processing_group, sequence_identifier, sequence_index)
);

CREATE INDEX dead_letter_entry_touched ON daybook.dead_letter_entry (processing_group, last_touched);

-- The log for people: payload and metadata as JSON, versions counted from one.
CREATE VIEW daybook.event_log AS
SELECT global_index AS position,
       tenant,
       type AS entity_type,
       aggregate_identifier AS entity_id,
       sequence_number + 1 AS version,
       payload_type AS type,
       payload_revision AS revision,
       time_stamp::timestamptz AS recorded_at,
       convert_from(meta_data, 'UTF8')::jsonb ->> 'actor' AS actor,
       convert_from(meta_data, 'UTF8')::jsonb ->> 'correlationId' AS correlation_id,
       convert_from(payload, 'UTF8')::jsonb AS payload,
       convert_from(meta_data, 'UTF8')::jsonb AS metadata
FROM daybook.domain_event_entry;
