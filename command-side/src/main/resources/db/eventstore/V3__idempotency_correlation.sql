-- The id that the first answer carried: a refusal names it in its body, and a repeated answer is the same byte for byte.
ALTER TABLE daybook.idempotency_key ADD COLUMN correlation_id varchar(128);
