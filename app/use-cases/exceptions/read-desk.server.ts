import { may } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, typedAmount } from "#app/domain/cases/amount.ts";
import { isId, newId } from "#app/domain/ids.ts";
import { actsFor, type MoneyActName, moneyActNames } from "#app/domain/payments/exceptions.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { userNames } from "#db/queries/accounts.ts";
import {
  type ExceptionRow,
  exceptionBy,
  type MoneyActRow,
  moneyActsWith,
  openExceptions,
} from "#db/queries/money-exceptions.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { stillPaid } from "#db/queries/provider-movements.ts";

const mostShown = 100;
const mostDecided = 25;

type Coded<T> = T & { code: string | null };

/** What waits for a person about money: the exceptions, what was proposed about them, and what was decided last. */
export async function readDesk(ctx: Ctx) {
  if (!may(ctx.actor, "exception.read", "none")) return null;
  const [exceptions, proposed, decided] = await Promise.all([
    openExceptions(ctx.db, mostShown),
    moneyActsWith(ctx.db, "proposed", mostShown),
    moneyActsWith(ctx.db, "decided", mostDecided),
  ]);
  const names = await organizationsById(
    ctx.db,
    exceptions.flatMap(({ code, exception }) => (code ? [] : [exception.caseId])),
  );
  const people = await peopleOf(
    ctx,
    [...proposed, ...decided].map(({ act }) => act),
  );
  return {
    exceptions: exceptions.map(({ exception, code }) => ({
      ...exceptionLine({ ...exception, code }),
      about: code ?? names.get(exception.caseId)?.name ?? "",
    })),
    proposed: proposed.map((row) => actLine(row, people, ctx)),
    decided: decided.map((row) => actLine(row, people, ctx)),
  };
}

const exceptionLine = ({ caseId, key, kind, amount, currency, openedAt, code }: Coded<ExceptionRow>) => ({
  ...{ caseId, key, kind, currency, openedAt, acts: [...actsFor[kind]], isCase: code !== null },
  amount: Number(amount),
});

type ActRow = { act: MoneyActRow; code: string | null; currency: string | null };

const actLine = (row: ActRow, people: ReadonlyMap<string, string>, { actor }: Ctx) => {
  const { caseId, id, act, amount, reason, status, proposedBy, proposedAt, decidedBy } = row.act;
  return {
    ...{ caseId, id, act, reason, status, proposedAt, about: row.code ?? "", currency: row.currency ?? "" },
    amount: amount === null ? null : Number(amount),
    by: people.get(proposedBy) ?? "",
    decidedBy: decidedBy ? (people.get(decidedBy) ?? "") : null,
    isOwn: proposedBy === actor.userId,
  };
};

async function peopleOf({ db }: Ctx, acts: readonly MoneyActRow[]): Promise<Map<string, string>> {
  const ids = new Set(acts.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy ?? proposedBy]));
  return userNames(db, [...ids]);
}

/** What the form of a proposal starts from; null where nothing of it is open. */
export async function proposalView(ctx: Ctx, asked: { caseId: string; key: string; act: string }) {
  if (!may(ctx.actor, "exception.read", "none") || !isId(asked.caseId)) return null;
  const found = await exceptionBy(ctx.db, asked);
  const act: MoneyActName | undefined = moneyActNames.find((each) => each === asked.act);
  if (!found || found.closedAt || !act || !actsFor[found.kind].includes(act)) return null;
  const { caseId, key, kind, currency } = found;
  const paid = await stillPaid(ctx.db, found);
  const least = found.amount < paid ? found.amount : paid;
  return {
    ...{ caseId, key, kind, act, currency, amount: Number(found.amount), paid: Number(paid) },
    typed: isClaimCurrency(currency) ? typedAmount(Number(least), currency) : "",
    actId: newId(ctx.now),
  };
}
