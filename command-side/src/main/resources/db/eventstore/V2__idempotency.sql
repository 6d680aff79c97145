-- What was answered to a request with an Idempotency-Key; written in the transaction of its events.
CREATE TABLE daybook.idempotency_key (
  tenant      varchar(32)  NOT NULL,
  route       varchar(300) NOT NULL,
  key         varchar(255) NOT NULL,
  fingerprint varchar(64)  NOT NULL,
  result      text         NOT NULL,
  position    bigint,
  answer      text,
  created_at  timestamptz  NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, route, key)
);

CREATE INDEX idempotency_key_created_at ON daybook.idempotency_key USING brin (created_at);

COMMENT ON COLUMN daybook.idempotency_key.result IS 'the result of the command as JSON';
COMMENT ON COLUMN daybook.idempotency_key.answer IS 'the HTTP answer as JSON, when it said more than the result';
