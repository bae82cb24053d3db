/**
 * What a text or an act may carry: yes, no, or not told. A list that is told in part is asked for in full; one that is not told at all is left
 * to the words themselves.
 */

/** 12 CFR 1006.34(c), items 1 to 14, 16 and 17 of the checklist. */
export const usNoticeItems = [
  "debtCollectorStatement",
  "collectorNameAddress",
  "consumerNameAddress",
  "itemizationCreditor",
  "accountNumber",
  "currentCreditor",
  "itemizationDate",
  "amountOnItemizationDate",
  "itemization",
  "currentAmount",
  "disputeStatement",
  "originalCreditorStatement",
  "assumedValidStatement",
  "cfpbLink",
  "responseSection",
  "retainableForm",
] as const;

/** 12 CFR 1006.2(j): all that a limited-content message says. */
export const limitedContentItems = [
  "businessNameOnly",
  "asksForReply",
  "namesPerson",
  "telephoneNumber",
  "nothingElse",
] as const;

/** CN-NOTICE-01: the demand. */
export const cnDemandItems = [
  "creditorId",
  "debtorName",
  "contractReference",
  "principalAmount",
  "interestBasis",
  "paymentsCredited",
  "totalAsOf",
  "dueAndDefaultDates",
  "demandToPerform",
  "answerDeadline",
  "creditorAccount",
  "howToDispute",
  "howToProposePlan",
  "senderAuthority",
  "deliveryProof",
  "privacyNotice",
] as const;

/** CN-NOTICE-02: what a lawyer's letter has besides. */
export const cnLetterItems = [
  "firmAndLawyerNumbers",
  "engagementStatement",
  "factsAsTold",
  "legalBasis",
  "onlyAvailableMeasures",
  "sealAndSignature",
] as const;

/** CN-NOTICE-04: before a report to the credit register. */
export const cnReportItems = ["reportingInstitution", "reportedItem", "reportedDate", "howToObject"] as const;

/** What a letter of claim says and encloses (PAP 3.1), each item asked when the letter is recorded. */
export const gbLetterItems = [
  "amountOwed",
  "interestContinues",
  "agreementDetails",
  "assignmentDetails",
  "instalmentsAnswered",
  "howToPay",
  "replyAddress",
  "statement",
  "informationSheet",
  "replyForm",
  "financialStatement",
] as const;

/** PD-PAC 6: a letter to a company. */
export const gbCompanyLetterItems = [
  "basis",
  "facts",
  "sumAndCalculation",
  "keyDocuments",
  "fourteenDays",
  "adr",
] as const;

/** PAP 8.2: the notice that a claim follows. */
export const gbIntentionItems = ["reference", "unresolvedPoints", "earliestIssueDate"] as const;

/** LPCDA 1998 ss.4, 5A: a demand for statutory interest. */
export const gbLatePaymentItems = [
  "invoices",
  "startDates",
  "rate",
  "dailyAmount",
  "fixedSums",
  "statutoryBasis",
] as const;

const usTextItems = [
  "collectorDisclosure",
  "optOut",
  "voicemail",
  "othersMayHear",
  "anonymous",
  "postcard",
  "envelopeShowsDebt",
  "simulatesProcess",
  "convenienceFee",
  "convenienceFeeAuthorised",
  "feesAuthorised",
  "licenceNumber",
] as const;

const cnTextItems = [
  "identifiesSender",
  "posesAsLender",
  "privateChannel",
  "disclosesPrivacy",
  "falseStatement",
  "extraCharge",
  "inducesBorrowing",
  "postedInPublic",
] as const;

const mandateItems = [
  "actsForOtherSide",
  "sharesFee",
  "referralFee",
  "delegated",
  "principalConsent",
  "disposesOfClaim",
  "specialAuthority",
  "successFee",
] as const;

const cnCourtItems = [
  "agreedCourtConnected",
  "assetsFound",
  "claimsInterest",
  "excludedGround",
  "interestAgreedInWriting",
  "jointApplication",
  "securityOffered",
] as const;

/** Every name of the United States, of mainland China and of England and Wales. */
export const actItems = [
  ...usNoticeItems,
  ...limitedContentItems,
  ...cnDemandItems,
  ...cnLetterItems,
  ...cnReportItems,
  ...usTextItems,
  ...cnTextItems,
  ...mandateItems,
  ...cnCourtItems,
  ...gbLetterItems,
  ...gbCompanyLetterItems,
  ...gbIntentionItems,
  ...gbLatePaymentItems,
  "lateInterestClaimed",
] as const;
