/** Where the provider of text messages tells us of an answer, and of what became of a message. Both are in its signatures. */
export const incomingPath = "/webhooks/sms";
export const statusPath = ({ caseId, messageId }: { caseId: string; messageId: string }) =>
  `${incomingPath}/${caseId}/${messageId}`;
