/** Pages behind a letter's code, without the receipts, by the last part of their address. */
export const doorPages = [
  "claim",
  "contact",
  "data",
  "dispute",
  "help",
  "history",
  "not-me",
  "parts",
  "pay",
  "payments",
  "propose",
  "report",
  "request",
];
