import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { type CaseTab, caseTabs, statusesIn } from "#app/domain/cases/tabs.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openName } from "#app/use-cases/debtor.server.ts";
import { namesFor } from "#app/use-cases/sights.server.ts";
import { unpostedDrafts } from "#db/queries/case-drafts.ts";
import { casesPage, statusCounts } from "#db/queries/cases.ts";
import { openPage } from "./draft-pages.server.ts";

const pageSize = 25;
const draftsShown = 10;

/** The creditor's begun cases, by the debtor's name as far as it was typed. */
export async function draftsOf(ctx: Ctx) {
  const drafts = await unpostedDrafts(ctx.db, ctx.actor, draftsShown);
  return drafts.map(({ draft, key }) => {
    const name = openPage(ctx, { draft, key }, "debtor")?.name;
    const { caseId, updatedAt } = draft;
    return { caseId, debtorName: typeof name === "string" ? name : null, updatedAt };
  });
}

/** One tab of the actor's cases, the last changed first, with the count of every tab. */
export async function listCases(ctx: Ctx, { tab, after }: { tab: CaseTab; after: PageKey | null }) {
  const [rows, counts, drafts] = await Promise.all([
    casesPage(ctx.db, ctx.actor, { statuses: statusesIn(tab, ctx.actor), after, limit: pageSize + 1 }),
    statusCounts(ctx.db, ctx.actor),
    tab === "needs-you" && !after ? draftsOf(ctx) : [],
  ]);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const known = page.filter((row) => mayKnowDebtor(ctx.actor, row)).map(({ caseId }) => caseId);
  const names = await namesFor(ctx, known);
  const inTab = (each: CaseTab) =>
    statusesIn(each, ctx.actor).reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  return {
    cases: page.map(({ creditorOrgId: _, collectorOrgId: __, name, key, ...row }) => {
      const sight = names.get(row.caseId);
      const debtorName = sight ? openName(ctx, sight, { name, key }) : null;
      return { ...row, debtorName, isErased: name === null };
    }),
    counts: Object.fromEntries(caseTabs.map((each) => [each, inTab(each)])) as Record<CaseTab, number>,
    drafts,
    next: rows.length > pageSize && last ? { at: last.updatedAt, id: last.caseId } : null,
  };
}
