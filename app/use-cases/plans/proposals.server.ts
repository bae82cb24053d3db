import { type Proposal, proposalIn, proposalOf } from "#app/domain/debtors/proposal.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import type { Reader } from "#db/client.ts";
import { type DebtorStatement, statementsOn } from "#db/queries/debtors.ts";
import { type ProposalAnswer, proposalAnswersOn } from "#db/queries/proposals.ts";

export type Made = { said: DebtorStatement; proposal: Proposal; answer: ProposalAnswer | null };

/** Every proposal that a case's debtor made at the door, with what was answered, the newest first. */
export async function proposalsOn(
  reader: Reader,
  caseId: string,
  events: readonly TimelineEvent[],
): Promise<Made[]> {
  if (!events.some(({ payload }) => proposalIn(payload.refs))) return [];
  const [said, answers] = await Promise.all([
    statementsOn(reader, caseId),
    proposalAnswersOn(reader, caseId),
  ]);
  return said.flatMap((each) => {
    const event = events.find(({ seq }) => seq === each.eventSeq);
    const proposal = proposalIn(event?.payload.refs);
    const answer = answers.find(({ statementId }) => statementId === each.id) ?? null;
    return proposal ? [{ said: each, proposal, answer }] : [];
  });
}

/** The one that waits for an answer: the newest, while nobody has answered it. */
export const waitingOf = (made: readonly Made[]): Made | null =>
  made.length > 0 && made[0].answer === null ? made[0] : null;

/** What a counter-proposal comes to, of the same sum. */
export function counterOf({ proposal, answer }: Made): Proposal | null {
  if (answer?.monthly == null || answer.firstOn === null) return null;
  const owed = sumOf(proposal);
  return proposalOf({ owed, monthly: answer.monthly, firstOn: answer.firstOn });
}

/** What is paid by a proposal in all. */
export const sumOf = ({ each, count, last }: Proposal): number => each * (count - 1) + last;
