import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { Known } from "#app/domain/law/facts.ts";

/** Days on which a court acted or served a paper: what its periods run from. */
export type ProceedingFacts = {
  claimIssuedOn?: Known<CivilDate>;
  claimPostedOn?: Known<CivilDate>;
  claimServedOn?: Known<CivilDate>;
  /** The defendant acknowledged service, or filed a defence. */
  defenceFiledOn?: Known<CivilDate>;
  serviceAcknowledgedOn?: Known<CivilDate>;
  enforcementOrderServedOn?: Known<CivilDate>;
  feeNoticeOn?: Known<CivilDate>;
  judgmentServedOn?: Known<CivilDate>;
  mediationEffectiveOn?: Known<CivilDate>;
  preservedOn?: Known<CivilDate>;
  /** The ruling that ends a payment order after an objection. */
  rulingReceivedOn?: Known<CivilDate>;
  statementDemandedOn?: Known<CivilDate>;
};
