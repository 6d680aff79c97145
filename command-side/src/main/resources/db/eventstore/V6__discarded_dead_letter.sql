-- Parked events that an operator gave up: their reactions are not tried again. The events themselves are in the log.
CREATE TABLE daybook.discarded_dead_letter (
  dead_letter_identifier varchar(255)  NOT NULL PRIMARY KEY,
  tenant                 varchar(32)   NOT NULL,
  processing_group       varchar(255)  NOT NULL,
  sequence_identifier    varchar(255)  NOT NULL,
  event_identifier       varchar(255)  NOT NULL,
  payload_type           varchar(255)  NOT NULL,
  aggregate_identifier   varchar(255),
  sequence_number        bigint,
  cause_type             varchar(255),
  cause_message          varchar(1023),
  enqueued_at            varchar(40)   NOT NULL,
  last_touched           varchar(40),
  discarded_at           timestamptz   NOT NULL,
  discarded_by           text          NOT NULL,
  reason                 varchar(500)  NOT NULL
);

COMMENT ON COLUMN daybook.discarded_dead_letter.reason IS 'why, in the words of whoever discarded it';
