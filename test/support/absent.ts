/** Address parameters of which none is there. */
export const absentParams: Record<string, string> = {
  caseId: absent(),
  bidId: absent(),
  documentId: absent(),
  licenceId: absent(),
  userId: absent(),
  evidenceId: absent(),
  invitationId: absent(),
  notificationId: absent(),
  reviewId: absent(),
  reportId: absent(),
  questionId: absent(),
  messageId: absent(),
  letterId: absent(),
  priceId: absent(),
  amendmentId: absent(),
  mandateId: absent(),
  portfolioId: absent(),
  lotId: absent(),
  paperId: absent(),
  batchId: absent(),
  planId: absent(),
};
/** An id that nothing has. */
export function absent() {
  return "00000000-0000-7000-8000-000000000000";
}
