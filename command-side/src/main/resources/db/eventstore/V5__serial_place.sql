-- Where each serial number is in stock; written in the transaction of the events. No row: in no stock.
CREATE TABLE daybook.serial_place (
  tenant   varchar(32) NOT NULL,
  sku      varchar(64) NOT NULL,
  serial   varchar(64) NOT NULL,
  location varchar(32) NOT NULL,
  PRIMARY KEY (tenant, sku, serial)
);

COMMENT ON COLUMN daybook.serial_place.location IS 'the location that has it, or to which it is on its way';
