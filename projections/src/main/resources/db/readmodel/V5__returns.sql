-- Returns, exchanges and claims, one document each, and their lines.
CREATE TABLE readmodel.return_summary (
  tenant               text COLLATE "C" NOT NULL,
  return_id            text COLLATE "C" NOT NULL PRIMARY KEY,
  rma_number           text COLLATE "C" NOT NULL,
  order_id             text COLLATE "C" NOT NULL,
  kind                 text COLLATE "C" NOT NULL,
  status               text COLLATE "C" NOT NULL,
  currency             text COLLATE "C" NOT NULL,
  value                numeric          NOT NULL,
  fees                 numeric          NOT NULL,
  entitled             numeric          NOT NULL,
  refunded             numeric          NOT NULL,
  exchanged            numeric          NOT NULL,
  replacement_order_id text COLLATE "C",
  expires_at           timestamptz,
  requested_at         timestamptz      NOT NULL,
  updated_at           timestamptz      NOT NULL,
  version              bigint           NOT NULL,
  last_position        bigint           NOT NULL,
  document             json             NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX return_summary_requested ON readmodel.return_summary (tenant, requested_at, return_id);
CREATE INDEX return_summary_status ON readmodel.return_summary (tenant, status, requested_at, return_id);
CREATE INDEX return_summary_order ON readmodel.return_summary (tenant, order_id);

CREATE TABLE readmodel.return_line (
  tenant    text COLLATE "C" NOT NULL,
  return_id text COLLATE "C" NOT NULL,
  line_id   text COLLATE "C" NOT NULL,
  sku       text COLLATE "C" NOT NULL,
  reason    text             NOT NULL,
  quantity  integer          NOT NULL,
  received  integer          NOT NULL,
  accepted  integer          NOT NULL,
  refused   integer          NOT NULL,
  missing   integer          NOT NULL,
  paid      numeric          NOT NULL,
  PRIMARY KEY (return_id, line_id)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX return_line_sku ON readmodel.return_line (tenant, sku, return_id);

COMMENT ON TABLE readmodel.return_summary IS
  'One row per return, exchange or claim as it is now. Amounts are in the column currency.';
COMMENT ON COLUMN readmodel.return_summary.tenant IS 'Tenant that the return belongs to.';
COMMENT ON COLUMN readmodel.return_summary.return_id IS 'Identifier of the return, ret_ and a UUID that sorts by age.';
COMMENT ON COLUMN readmodel.return_summary.rma_number IS 'The number that the customer writes on the parcel.';
COMMENT ON COLUMN readmodel.return_summary.order_id IS 'The order whose goods come back; joins order_summary.';
COMMENT ON COLUMN readmodel.return_summary.kind IS 'RETURN, EXCHANGE or CLAIM.';
COMMENT ON COLUMN readmodel.return_summary.status IS
  'REQUESTED, APPROVED, DECLINED, PARTLY_RECEIVED, RECEIVED, INSPECTED, SETTLED, CLOSED, CANCELLED or EXPIRED.';
COMMENT ON COLUMN readmodel.return_summary.currency IS 'ISO 4217 code of all amounts of the return.';
COMMENT ON COLUMN readmodel.return_summary.value IS 'What the customer paid for the accepted units.';
COMMENT ON COLUMN readmodel.return_summary.fees IS 'What is kept back from the refund.';
COMMENT ON COLUMN readmodel.return_summary.entitled IS 'What the customer gets: the value less the fees, never below 0.';
COMMENT ON COLUMN readmodel.return_summary.refunded IS 'What went back to payments or to store credit.';
COMMENT ON COLUMN readmodel.return_summary.exchanged IS 'What paid for goods that were sent instead.';
COMMENT ON COLUMN readmodel.return_summary.replacement_order_id IS
  'The order of the goods that were sent instead; empty when there is none.';
COMMENT ON COLUMN readmodel.return_summary.expires_at IS 'Until when the goods have to arrive; empty when nobody waits for them.';
COMMENT ON COLUMN readmodel.return_summary.requested_at IS 'When the return was requested.';
COMMENT ON COLUMN readmodel.return_summary.updated_at IS 'When the last event was recorded.';
COMMENT ON COLUMN readmodel.return_summary.version IS 'Number of events behind this row.';
COMMENT ON COLUMN readmodel.return_summary.last_position IS 'Position in the log of the last event behind this row.';
COMMENT ON COLUMN readmodel.return_summary.document IS 'The whole return, exactly as the API returns it.';

COMMENT ON TABLE readmodel.return_line IS 'One row per line of a return. Amounts are in the return''s currency.';
COMMENT ON COLUMN readmodel.return_line.tenant IS 'Tenant that the return belongs to.';
COMMENT ON COLUMN readmodel.return_line.return_id IS 'The return; joins return_summary.';
COMMENT ON COLUMN readmodel.return_line.line_id IS 'The line of the order; joins order_line together with the return''s order_id.';
COMMENT ON COLUMN readmodel.return_line.sku IS 'What comes back.';
COMMENT ON COLUMN readmodel.return_line.reason IS 'Why, in the words of the customer; may be empty.';
COMMENT ON COLUMN readmodel.return_line.quantity IS 'Units that were announced.';
COMMENT ON COLUMN readmodel.return_line.received IS 'Units that came back.';
COMMENT ON COLUMN readmodel.return_line.accepted IS 'Units that are paid back.';
COMMENT ON COLUMN readmodel.return_line.refused IS 'Units that came back and are not paid back.';
COMMENT ON COLUMN readmodel.return_line.missing IS 'Units that were announced and not there.';
COMMENT ON COLUMN readmodel.return_line.paid IS 'What the customer paid for the announced units.';
