/** Around every page for a debtor. */
export const frame = {
  "door.name": "Rung: answers to letters about money",
  "door.languages": "Language",
  "door.back": "Back",
  "door.no_account": "You need no account, and using these pages costs nothing.",
  "error.too_many": "Too many tries. Wait a while, then try again.",
  "door.privacy": "Privacy",
  "door.genuine": "Is my letter genuine?",
};
