-- The read models: built from the log by the projections, one document per entity beside the columns that lists, filters
-- and analysts need. Everything here can be emptied and built again. Identifiers compare by byte, as the log sorts them.

-- Rows change a few times in their first minutes: room in the page keeps most of those updates inside it.
CREATE TABLE readmodel.order_summary (
  tenant             text COLLATE "C" NOT NULL,
  order_id           text COLLATE "C" NOT NULL PRIMARY KEY,
  reference          text COLLATE "C",
  customer_id        text COLLATE "C" NOT NULL,
  status             text COLLATE "C" NOT NULL,
  payment_status     text COLLATE "C" NOT NULL,
  fulfilment_status  text COLLATE "C" NOT NULL,
  return_status      text COLLATE "C" NOT NULL,
  currency           text COLLATE "C" NOT NULL,
  items              numeric          NOT NULL,
  discount           numeric          NOT NULL,
  tax                numeric          NOT NULL,
  shipping           numeric          NOT NULL,
  total              numeric          NOT NULL,
  balance_due        numeric          NOT NULL,
  placed_at          timestamptz      NOT NULL,
  updated_at         timestamptz      NOT NULL,
  version            bigint           NOT NULL,
  last_position      bigint           NOT NULL,
  search_text        text COLLATE "C" NOT NULL,
  document           json             NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX order_summary_placed ON readmodel.order_summary (tenant, placed_at, order_id);
CREATE INDEX order_summary_customer ON readmodel.order_summary (tenant, customer_id, placed_at, order_id);
CREATE INDEX order_summary_status ON readmodel.order_summary (tenant, status, placed_at, order_id);
CREATE INDEX order_summary_reference ON readmodel.order_summary (tenant, reference) WHERE reference IS NOT NULL;

CREATE TABLE readmodel.order_line (
  tenant     text COLLATE "C" NOT NULL,
  order_id   text COLLATE "C" NOT NULL,
  line_id    text COLLATE "C" NOT NULL,
  sku        text COLLATE "C" NOT NULL,
  name       text,
  quantity   integer          NOT NULL,
  cancelled  integer          NOT NULL,
  reserved   integer          NOT NULL,
  shipped    integer          NOT NULL,
  delivered  integer          NOT NULL,
  returned   integer          NOT NULL,
  unit_price numeric          NOT NULL,
  discount   numeric          NOT NULL,
  tax        numeric          NOT NULL,
  total      numeric          NOT NULL,
  location   text COLLATE "C" NOT NULL,
  PRIMARY KEY (order_id, line_id)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX order_line_sku ON readmodel.order_line (tenant, sku, order_id);

CREATE TABLE readmodel.stock_item (
  tenant          text COLLATE "C" NOT NULL,
  stock_item_id   text COLLATE "C" NOT NULL PRIMARY KEY,
  sku             text COLLATE "C" NOT NULL,
  location        text COLLATE "C" NOT NULL,
  on_hand         bigint           NOT NULL,
  reserved        bigint           NOT NULL,
  available       bigint           NOT NULL,
  safety_stock    integer          NOT NULL,
  backorder_limit integer          NOT NULL,
  reorder_point   integer          NOT NULL,
  version         bigint           NOT NULL,
  last_position   bigint           NOT NULL,
  updated_at      timestamptz      NOT NULL,
  document        json             NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

CREATE UNIQUE INDEX stock_item_sku ON readmodel.stock_item (tenant, sku, location);

CREATE TABLE readmodel.payment (
  tenant        text COLLATE "C" NOT NULL,
  payment_id    text COLLATE "C" NOT NULL PRIMARY KEY,
  order_id      text COLLATE "C" NOT NULL,
  status        text COLLATE "C" NOT NULL,
  method        text             NOT NULL,
  currency      text COLLATE "C" NOT NULL,
  amount        numeric          NOT NULL,
  authorised    numeric          NOT NULL,
  captured      numeric          NOT NULL,
  refunded      numeric          NOT NULL,
  voided        numeric          NOT NULL,
  charged_back  numeric          NOT NULL,
  version       bigint           NOT NULL,
  last_position bigint           NOT NULL,
  created_at    timestamptz      NOT NULL,
  updated_at    timestamptz      NOT NULL,
  document      json             NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX payment_order ON readmodel.payment (tenant, order_id);
CREATE INDEX payment_created ON readmodel.payment (tenant, created_at, payment_id);
CREATE INDEX payment_status ON readmodel.payment (tenant, status, created_at, payment_id);

CREATE TABLE readmodel.projection_rebuild (
  id          text COLLATE "C" NOT NULL PRIMARY KEY,
  projection  text COLLATE "C" NOT NULL,
  status      text COLLATE "C" NOT NULL CHECK (status IN ('RUNNING', 'COMPLETED', 'FAILED')),
  started_at  timestamptz      NOT NULL,
  emptied_at  timestamptz,
  finished_at timestamptz,
  total       bigint           NOT NULL
);

CREATE UNIQUE INDEX projection_rebuild_running ON readmodel.projection_rebuild (projection) WHERE status = 'RUNNING';

-- Text search by trigrams where the server offers them; without, the same queries just read more rows.
DO $$
DECLARE
  home text;
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE NOTICE 'pg_trgm is not available: %', SQLERRM;
  END;
  SELECT nspname INTO home FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'pg_trgm';
  IF home IS NOT NULL THEN
    EXECUTE format(
      'CREATE INDEX order_summary_search ON readmodel.order_summary USING gin (search_text %I.gin_trgm_ops)', home);
  END IF;
END
$$;

COMMENT ON SCHEMA readmodel IS
  'Read models, derived from the event log and safe to rebuild. Read only; the truth is daybook.event_log.';

COMMENT ON TABLE readmodel.order_summary IS 'One row per order as it is now. Amounts are in the column currency.';
COMMENT ON COLUMN readmodel.order_summary.tenant IS 'Tenant that the order belongs to.';
COMMENT ON COLUMN readmodel.order_summary.order_id IS 'Identifier of the order, ord_ and a UUID that sorts by age.';
COMMENT ON COLUMN readmodel.order_summary.reference IS 'The caller''s own name for the order; may be empty.';
COMMENT ON COLUMN readmodel.order_summary.customer_id IS 'Customer, as the caller names it.';
COMMENT ON COLUMN readmodel.order_summary.status IS
  'PLACED, CONFIRMED, IN_FULFILMENT, COMPLETED, CANCELLING, CANCELLED or REJECTED.';
COMMENT ON COLUMN readmodel.order_summary.payment_status IS
  'How much is paid: NONE, AUTHORISED, PARTLY_CAPTURED, CAPTURED, PARTLY_REFUNDED or REFUNDED.';
COMMENT ON COLUMN readmodel.order_summary.fulfilment_status IS
  'How much arrived: NONE, PARTLY_SHIPPED, SHIPPED, PARTLY_DELIVERED or DELIVERED.';
COMMENT ON COLUMN readmodel.order_summary.return_status IS 'How much came back; NONE so far.';
COMMENT ON COLUMN readmodel.order_summary.currency IS 'ISO 4217 code of all amounts of the order.';
COMMENT ON COLUMN readmodel.order_summary.items IS 'Quantity times unit price over all lines, before discounts.';
COMMENT ON COLUMN readmodel.order_summary.discount IS 'Sum of the lines'' discounts.';
COMMENT ON COLUMN readmodel.order_summary.tax IS 'Sum of the lines'' taxes, each rounded half up once.';
COMMENT ON COLUMN readmodel.order_summary.shipping IS 'Shipping fee.';
COMMENT ON COLUMN readmodel.order_summary.total IS 'Items less discount plus tax plus shipping.';
COMMENT ON COLUMN readmodel.order_summary.balance_due IS
  'What the customer still owes; negative when money is owed to the customer.';
COMMENT ON COLUMN readmodel.order_summary.placed_at IS 'When the order was placed.';
COMMENT ON COLUMN readmodel.order_summary.updated_at IS 'When the last event of the order or of its payments was recorded.';
COMMENT ON COLUMN readmodel.order_summary.version IS 'Number of the order''s own events behind this row.';
COMMENT ON COLUMN readmodel.order_summary.last_position IS 'Position in the log of the last event behind this row.';
COMMENT ON COLUMN readmodel.order_summary.search_text IS 'Reference, customer, SKUs and names in lower case, for text search.';
COMMENT ON COLUMN readmodel.order_summary.document IS 'The whole order, exactly as the API returns it.';

COMMENT ON TABLE readmodel.order_line IS 'One row per line of an order. Amounts are for the whole line, in the order''s currency.';
COMMENT ON COLUMN readmodel.order_line.tenant IS 'Tenant that the order belongs to.';
COMMENT ON COLUMN readmodel.order_line.order_id IS 'The order; joins order_summary.';
COMMENT ON COLUMN readmodel.order_line.line_id IS 'Identifier of the line inside its order.';
COMMENT ON COLUMN readmodel.order_line.sku IS 'What was ordered.';
COMMENT ON COLUMN readmodel.order_line.name IS 'Name of the goods as the caller gave it; may be empty.';
COMMENT ON COLUMN readmodel.order_line.quantity IS 'Units ordered.';
COMMENT ON COLUMN readmodel.order_line.cancelled IS 'Units that were cancelled.';
COMMENT ON COLUMN readmodel.order_line.reserved IS 'Units held in stock and not shipped yet.';
COMMENT ON COLUMN readmodel.order_line.shipped IS 'Units that left the warehouse.';
COMMENT ON COLUMN readmodel.order_line.delivered IS 'Units that arrived.';
COMMENT ON COLUMN readmodel.order_line.returned IS 'Units that came back.';
COMMENT ON COLUMN readmodel.order_line.unit_price IS 'Price of one unit, before discount and tax.';
COMMENT ON COLUMN readmodel.order_line.discount IS 'What is taken off the whole line.';
COMMENT ON COLUMN readmodel.order_line.tax IS 'Tax on the discounted line.';
COMMENT ON COLUMN readmodel.order_line.total IS 'What the customer pays for the line.';
COMMENT ON COLUMN readmodel.order_line.location IS 'Where the units are taken from.';

COMMENT ON TABLE readmodel.stock_item IS 'One row per SKU and location: how many units there are, and how many are promised.';
COMMENT ON COLUMN readmodel.stock_item.tenant IS 'Tenant that owns the stock.';
COMMENT ON COLUMN readmodel.stock_item.stock_item_id IS 'Identifier, stk_<tenant>:<location>:<sku>.';
COMMENT ON COLUMN readmodel.stock_item.sku IS 'What is kept.';
COMMENT ON COLUMN readmodel.stock_item.location IS 'Where it is kept.';
COMMENT ON COLUMN readmodel.stock_item.on_hand IS 'Units in the warehouse, promised ones included.';
COMMENT ON COLUMN readmodel.stock_item.reserved IS 'Units promised to orders and not shipped yet.';
COMMENT ON COLUMN readmodel.stock_item.available IS 'On hand less reserved less safety stock; negative when backordered.';
COMMENT ON COLUMN readmodel.stock_item.safety_stock IS 'Units that are never sold.';
COMMENT ON COLUMN readmodel.stock_item.backorder_limit IS 'Units that may be promised beyond what is available.';
COMMENT ON COLUMN readmodel.stock_item.reorder_point IS 'Reorder when fewer units than this are available.';
COMMENT ON COLUMN readmodel.stock_item.version IS 'Number of events behind this row.';
COMMENT ON COLUMN readmodel.stock_item.last_position IS 'Position in the log of the last event behind this row.';
COMMENT ON COLUMN readmodel.stock_item.updated_at IS 'When the last event was recorded.';
COMMENT ON COLUMN readmodel.stock_item.document IS 'The whole stock item, exactly as the API returns it.';

COMMENT ON TABLE readmodel.payment IS 'One row per payment of an order. Amounts are in the column currency.';
COMMENT ON COLUMN readmodel.payment.tenant IS 'Tenant that the payment belongs to.';
COMMENT ON COLUMN readmodel.payment.payment_id IS 'Identifier of the payment, pay_ and a UUID that sorts by age.';
COMMENT ON COLUMN readmodel.payment.order_id IS 'The order that is paid; joins order_summary.';
COMMENT ON COLUMN readmodel.payment.status IS
  'CREATED, AUTHORISED, PARTLY_CAPTURED, CAPTURED, PARTLY_REFUNDED, REFUNDED, VOIDED, DECLINED or IN_DOUBT.';
COMMENT ON COLUMN readmodel.payment.method IS 'How it is paid, as the caller names it.';
COMMENT ON COLUMN readmodel.payment.currency IS 'ISO 4217 code of all amounts of the payment.';
COMMENT ON COLUMN readmodel.payment.amount IS 'What was asked for.';
COMMENT ON COLUMN readmodel.payment.authorised IS 'What the provider holds or held.';
COMMENT ON COLUMN readmodel.payment.captured IS 'What the provider took.';
COMMENT ON COLUMN readmodel.payment.refunded IS 'What was given back.';
COMMENT ON COLUMN readmodel.payment.voided IS 'What was released without being taken.';
COMMENT ON COLUMN readmodel.payment.charged_back IS 'What the customer''s bank took back.';
COMMENT ON COLUMN readmodel.payment.version IS 'Number of events behind this row.';
COMMENT ON COLUMN readmodel.payment.last_position IS 'Position in the log of the last event behind this row.';
COMMENT ON COLUMN readmodel.payment.created_at IS 'When the payment was asked for.';
COMMENT ON COLUMN readmodel.payment.updated_at IS 'When the last event was recorded.';
COMMENT ON COLUMN readmodel.payment.document IS 'The whole payment, exactly as the API returns it.';

COMMENT ON TABLE readmodel.projection_rebuild IS 'Rebuilds of read models, finished ones included.';
COMMENT ON COLUMN readmodel.projection_rebuild.id IS 'Identifier of the rebuild.';
COMMENT ON COLUMN readmodel.projection_rebuild.projection IS 'Name of the projection: orders, stock or payments.';
COMMENT ON COLUMN readmodel.projection_rebuild.status IS 'RUNNING, COMPLETED or FAILED.';
COMMENT ON COLUMN readmodel.projection_rebuild.started_at IS 'When the rebuild was asked for.';
COMMENT ON COLUMN readmodel.projection_rebuild.emptied_at IS 'When the tables were emptied; empty until then.';
COMMENT ON COLUMN readmodel.projection_rebuild.finished_at IS 'When the projection had caught up again, or the rebuild failed.';
COMMENT ON COLUMN readmodel.projection_rebuild.total IS 'Last position of the log when the rebuild was asked for.';
