-- Holds, granted refunds and the time to pay of an order; what was returned of a line and its own statuses.

ALTER TABLE readmodel.order_summary
  ADD COLUMN refunds_granted numeric NOT NULL DEFAULT 0,
  ADD COLUMN open_holds      integer NOT NULL DEFAULT 0,
  ADD COLUMN expires_at      timestamptz;

ALTER TABLE readmodel.order_line
  ADD COLUMN return_requested  integer          NOT NULL DEFAULT 0,
  ADD COLUMN payment_status    text COLLATE "C" NOT NULL DEFAULT 'NONE',
  ADD COLUMN fulfilment_status text COLLATE "C" NOT NULL DEFAULT 'NONE',
  ADD COLUMN return_status     text COLLATE "C" NOT NULL DEFAULT 'NONE';

COMMENT ON COLUMN readmodel.order_summary.status IS
  'PLACED, CONFIRMED, IN_FULFILMENT, COMPLETED, CLOSED, REJECTED, EXPIRED, CANCELLING or CANCELLED.';
COMMENT ON COLUMN readmodel.order_summary.payment_status IS
  'How much is paid: NONE, AUTHORISED, PARTLY_CAPTURED, CAPTURED, PARTLY_REFUNDED, REFUNDED or DISPUTED.';
COMMENT ON COLUMN readmodel.order_summary.return_status IS
  'How much of what was shipped came back: NONE, REQUESTED, PARTLY_RETURNED or RETURNED.';
COMMENT ON COLUMN readmodel.order_summary.refunds_granted IS 'What the customer need not pay because of returns.';
COMMENT ON COLUMN readmodel.order_summary.open_holds IS 'Holds that keep the order from moving forward.';
COMMENT ON COLUMN readmodel.order_summary.expires_at IS 'Until when the order has to be paid; empty when it does not expire.';
COMMENT ON COLUMN readmodel.order_summary.balance_due IS
  'What the customer still owes: the total less granted refunds and less what was captured and kept; negative when money is owed to the customer.';

COMMENT ON COLUMN readmodel.order_line.quantity IS 'Units ordered, with the cancelled ones.';
COMMENT ON COLUMN readmodel.order_line.return_requested IS 'Units of open returns that are not back yet.';
COMMENT ON COLUMN readmodel.order_line.payment_status IS 'As of the order, as far as it concerns the line.';
COMMENT ON COLUMN readmodel.order_line.fulfilment_status IS 'NONE, PARTLY_SHIPPED, SHIPPED, PARTLY_DELIVERED or DELIVERED.';
COMMENT ON COLUMN readmodel.order_line.return_status IS 'NONE, REQUESTED, PARTLY_RETURNED or RETURNED.';
COMMENT ON COLUMN readmodel.order_line.discount IS 'What is taken off the units that are not cancelled.';
COMMENT ON COLUMN readmodel.order_line.tax IS 'Tax on the discounted units that are not cancelled.';
COMMENT ON COLUMN readmodel.order_line.total IS 'What the customer pays for the units that are not cancelled.';
COMMENT ON TABLE readmodel.order_line IS
  'One row per line of an order, as cancellations and changes left it. Amounts are in the order''s currency.';
