import type { PersonalField } from "#app/domain/cases/personal.ts";
import { initials, maskedContact } from "#app/domain/privacy/mask.ts";
import { contactFields } from "#app/domain/privacy/sights.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { byMachine, namesFor, shownNow } from "#app/use-cases/sights.server.ts";

/** Who a debtor is, and what of the addresses on file this reader may see now. */
export type DebtorCard = {
  name: string;
  email: string | null;
  phone: string | null;
  address: string | null;
  /** Until when they stand there in full; null where they are masked. */
  shownUntil: string | null;
};

const all = ["name", ...contactFields] as const;

/** For a party to the case, who works with the name; null once the debtor was erased. The addresses are masked unless a sight is open. */
export async function debtorCard(ctx: Ctx, caseId: string): Promise<DebtorCard | null> {
  await namesFor(ctx, [caseId]);
  return cardOf(ctx, { caseId, fields: contactFields, nameShown: (name) => name });
}

/** For whoever has no part in it: initials too, until a sight is open. */
export const maskedCard = (ctx: Ctx, caseId: string): Promise<DebtorCard | null> =>
  cardOf(ctx, { caseId, fields: all, nameShown: initials });

type Carded = { caseId: string; fields: readonly PersonalField[]; nameShown: (name: string) => string };

async function cardOf(ctx: Ctx, { caseId, fields, nameShown }: Carded): Promise<DebtorCard | null> {
  const open = await shownNow(ctx.db, ctx, { caseId, fields });
  const debtor = await openDebtor(ctx.db, ctx, byMachine({ caseId, fields: all }));
  if (!debtor?.person) return null;
  const { name, ...contact } = debtor.person;
  if (open) return { name, ...contact, shownUntil: open.until.toISOString() };
  return { name: nameShown(name), ...maskedContact(contact), shownUntil: null };
}
