import type { SightPurpose } from "#app/domain/privacy/sights.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { personalSightsOf } from "#db/queries/personal-sights.ts";

export type Looked = {
  id: string;
  at: string;
  who: string | null;
  organization: string | null;
  purpose: SightPurpose;
  fields: string[];
};

const fewest = 3;

/** The last of the reader's own organisation that were shown more than a name. */
export async function lastLooks(ctx: Ctx, caseId: string): Promise<Looked[]> {
  const { orgId } = ctx.actor;
  return orgId ? whoLooked(ctx, { caseId, orgId, beyondNames: true, limit: fewest }) : [];
}

type Asked = { caseId: string; orgId?: string; purpose?: SightPurpose; beyondNames?: boolean; limit: number };

/** Who was shown what about a debtor, the latest first. Scope is the caller's: one organisation's own, or, for administrators, all. */
export async function whoLooked({ db }: Pick<Ctx, "db">, asked: Asked): Promise<Looked[]> {
  const rows = await personalSightsOf(db, asked);
  return rows.map(({ id, at, userName, orgName, purpose, fields }) => ({
    ...{ id, at: at.toISOString(), who: userName, organization: orgName, purpose, fields },
  }));
}
