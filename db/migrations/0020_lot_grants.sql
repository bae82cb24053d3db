-- A split that was not sent in yet can be made anew.
GRANT DELETE ON lots TO rung_app;
