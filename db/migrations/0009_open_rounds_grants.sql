-- The product lists rounds and takes them off again.
GRANT SELECT, INSERT, UPDATE, DELETE ON open_rounds TO rung_app;
