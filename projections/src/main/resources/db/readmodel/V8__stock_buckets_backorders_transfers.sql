-- Buckets, backorders and transfers of stock.
ALTER TABLE readmodel.stock_item
  ADD COLUMN damaged     bigint NOT NULL DEFAULT 0,
  ADD COLUMN quarantine  bigint NOT NULL DEFAULT 0,
  ADD COLUMN backordered bigint NOT NULL DEFAULT 0,
  ADD COLUMN incoming    bigint NOT NULL DEFAULT 0;

COMMENT ON COLUMN readmodel.stock_item.available IS
  'On hand less reserved, damaged, quarantine and safety stock; negative when backordered.';
COMMENT ON COLUMN readmodel.stock_item.damaged IS 'Units on hand that are damaged and not for sale.';
COMMENT ON COLUMN readmodel.stock_item.quarantine IS 'Units on hand that wait for a check and are not for sale.';
COMMENT ON COLUMN readmodel.stock_item.backordered IS 'Units promised that are not there yet.';
COMMENT ON COLUMN readmodel.stock_item.incoming IS 'Units on their way here from other locations.';
