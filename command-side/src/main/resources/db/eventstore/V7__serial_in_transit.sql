-- A unit on its way comes in by its transfer and in no other way.
ALTER TABLE daybook.serial_place ADD COLUMN transfer varchar(64);

COMMENT ON COLUMN daybook.serial_place.transfer IS 'the transfer that it is on its way with; null: it is there';
