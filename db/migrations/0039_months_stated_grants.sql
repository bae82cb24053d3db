GRANT SELECT, INSERT ON months_stated TO rung_app;
