/** What a bid's sealed text is bound to: it opens as this bid of this round and as no other. */
export const bidContext = (bid: { caseId: string; tenderId: string; orgId: string }): string =>
  `${bid.caseId}/${bid.tenderId}/${bid.orgId}`;
