/** Taking out everything that is kept about a debtor, on a request. */
export const subject = {
  "subject.title": "Everything kept about the debtor of {code}",
  "subject.lead":
    "For whoever has a right to it: what the door shows, the letters in full, what the debtor said, and who looked. Bids, the creditor’s aims, messages between the parties and what others wrote are left out.",
  "subject.reason": "Who asked for it?",
  "subject.reason.subject_request": "The debtor",
  "subject.reason.representative": "Somebody who proves that they act for the debtor",
  "subject.reason.authority_request": "A public authority",
  "subject.reason.court_order": "A court",
  "subject.request": "Number or date of the request",
  "subject.request_hint": "As you filed it, without a name. It is kept in the audit log for good.",
  "subject.show": "Show it",
  "subject.pdf": "Save as PDF",
  "subject.json": "Save as data (JSON)",
  "subject.link": "Everything kept about the debtor",
  "error.request_number": "Only Latin letters, figures, blanks, dots, dashes and slashes.",
  "audit.op.debtor.exported": "Debtor’s data taken out",
};
