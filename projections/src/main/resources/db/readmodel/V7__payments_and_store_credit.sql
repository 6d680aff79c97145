-- Payments that expire or are disputed, and the store credit of customers.
ALTER TABLE readmodel.payment
  ADD COLUMN expired    numeric NOT NULL DEFAULT 0,
  ADD COLUMN disputed   numeric NOT NULL DEFAULT 0,
  ADD COLUMN expires_at timestamptz;

COMMENT ON COLUMN readmodel.payment.status IS
  'CREATED, ACTION_REQUIRED, AUTHORISED, PARTLY_CAPTURED, CAPTURED, PARTLY_REFUNDED, REFUNDED, VOIDED, DECLINED, EXPIRED, IN_DOUBT, DISPUTED, WON or LOST.';
COMMENT ON COLUMN readmodel.payment.method IS 'How it is paid, for example card, store-credit or cash.';
COMMENT ON COLUMN readmodel.payment.expired IS 'Authorised once, and let go by time or by the provider.';
COMMENT ON COLUMN readmodel.payment.disputed IS 'In disputes that are not decided.';
COMMENT ON COLUMN readmodel.payment.charged_back IS 'Lost in disputes.';
COMMENT ON COLUMN readmodel.payment.expires_at IS 'When the authorisation ends by itself; empty when nobody said so.';

CREATE TABLE readmodel.store_credit (
  tenant        text COLLATE "C" NOT NULL,
  account_id    text COLLATE "C" NOT NULL PRIMARY KEY,
  customer_id   text COLLATE "C" NOT NULL,
  currency      text COLLATE "C" NOT NULL,
  balance       numeric          NOT NULL,
  held          numeric          NOT NULL,
  available     numeric          NOT NULL,
  granted       numeric          NOT NULL,
  spent         numeric          NOT NULL,
  version       bigint           NOT NULL,
  last_position bigint           NOT NULL,
  updated_at    timestamptz      NOT NULL,
  document      json             NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

CREATE UNIQUE INDEX store_credit_customer ON readmodel.store_credit (tenant, customer_id, account_id);

COMMENT ON TABLE readmodel.store_credit IS 'What the shop owes each customer, one row per currency.';
COMMENT ON COLUMN readmodel.store_credit.tenant IS 'Tenant that the account belongs to.';
COMMENT ON COLUMN readmodel.store_credit.account_id IS 'Identifier of the account: tenant, currency and customer.';
COMMENT ON COLUMN readmodel.store_credit.customer_id IS 'Customer, as the caller names it.';
COMMENT ON COLUMN readmodel.store_credit.currency IS 'ISO 4217 code of all amounts of the account.';
COMMENT ON COLUMN readmodel.store_credit.balance IS 'Granted less spent.';
COMMENT ON COLUMN readmodel.store_credit.held IS 'The part of the balance that is set aside for payments.';
COMMENT ON COLUMN readmodel.store_credit.available IS 'Balance less held.';
COMMENT ON COLUMN readmodel.store_credit.granted IS 'Everything that was ever granted.';
COMMENT ON COLUMN readmodel.store_credit.spent IS 'Spent on orders and not given back.';
COMMENT ON COLUMN readmodel.store_credit.version IS 'Number of events of the account.';
COMMENT ON COLUMN readmodel.store_credit.last_position IS 'Position in the log of the last event behind this row.';
COMMENT ON COLUMN readmodel.store_credit.updated_at IS 'When the account last changed.';
COMMENT ON COLUMN readmodel.store_credit.document IS 'The account as the API shows it.';
