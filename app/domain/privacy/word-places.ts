/** Where words about a debtor lie beside their row. No field of theirs is named so: those are opened by a sight alone. */
export type WordPlace = `${string}/${string}`;

/** What is sealed under a debtor's key is bound to one of these places; whoever moves it elsewhere cannot open it. */
export const wordPlaces = {
  note: (seq: number): WordPlace => `note/${seq}`,
  message: (id: string): WordPlace => `message/${id}`,
  redaction: (messageId: string): WordPlace => `message/${messageId}/redaction`,
  title: (evidenceId: string): WordPlace => `evidence/${evidenceId}/title`,
  fileName: (documentId: string): WordPlace => `document/${documentId}/name`,
  text: (reviewId: string, field: "words" | "reason"): WordPlace => `text/${reviewId}/${field}`,
  conduct: (reportId: string): WordPlace => `conduct/${reportId}`,
  visit: (planId: string): WordPlace => `visit/${planId}`,
  request: (id: string, field: "words" | "reason"): WordPlace => `request/${id}/${field}`,
};
