/** The law book and its changes, as administrators keep it. */
export const lawAdmin = {
  "notify.law_proposed.title": "A change of law waits for a second pair of eyes: {subject}",
  "notify.law_proposed.body":
    "Another administrator proposed a change to {subject}. Read its source and approve or refuse it. Until then nothing changes.",
  "notify.law_approved.title": "Your change of law was approved: {subject}",
  "notify.law_approved.body":
    "The rule pack is now {version}. Acts are decided by the change from the date it names.",
  "notify.law_refused.title": "Your change of law was refused: {subject}",
  "notify.law_refused.body": "The other administrator wrote: {reason}",
  "audit.subject.law": "Law book",
  "audit.op.law.proposed": "Change of law proposed",
  "audit.op.law.approved": "Change of law approved",
  "audit.op.law.refused": "Change of law refused",
  "audit.op.law.withdrawn": "Change of law withdrawn",
};
