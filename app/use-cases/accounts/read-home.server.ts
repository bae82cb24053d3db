import { personIn } from "#app/domain/accounts/access.ts";
import { isCollector } from "#app/domain/accounts/actor.ts";
import { endOfTerm, licenceState } from "#app/domain/accounts/licence-moves.ts";
import type { Need } from "#app/domain/accounts/needs.ts";
import { type OnboardingItem, onboardingOf } from "#app/domain/accounts/onboarding.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { noticeText } from "#app/use-cases/notice-text.ts";
import { userById } from "#db/queries/accounts.ts";
import { licencesWaiting, licenceTerms } from "#db/queries/home.ts";
import { notificationsOf } from "#db/queries/notifications.ts";
import { invitationsTo } from "#db/queries/organizations.ts";

/** A term that ends within this time is announced. */
const renewalNoticeMs = 60 * 86_400_000;
/** The time within which a submitted licence should be decided. */
const reviewMs = 3 * 86_400_000;

export type Home = {
  name: string;
  /** Of the account itself; a case's needs come from the cases. */
  needs: Need[];
  /** Null for those who need no licence and those who have all of it. */
  onboarding: OnboardingItem[] | null;
  invitations: { id: string; organization: string; expiresAt: Date }[];
  notices: { id: string; title: string; at: Date }[];
};

/** What needs this person, and what happened lately. Null when the account is gone. */
export async function readHome(ctx: Ctx): Promise<Home | null> {
  const person = personIn(ctx.actor, "account.home");
  const user = person && (await userById(ctx.db, person.userId));
  if (!user) return null;
  const collector = isCollector(ctx.actor.role) && person.orgId;
  const terms = collector ? await licenceTerms(ctx.db, collector) : [];
  const states = terms.map((row) => ({ ...row, state: licenceState(row, ctx.now) }));
  const items = onboardingOf({
    emailVerified: user.emailVerifiedAt !== null,
    licences: states.map(({ state, proofDocumentId }) => ({ state, hasProof: proofDocumentId !== null })),
  });
  const review = ctx.actor.role === "admin" ? await reviewNeeds(ctx) : [];
  return {
    name: user.name,
    needs: [...review, ...states.flatMap((row) => licenceNeeds(row, ctx.now))],
    onboarding: collector && items.some(({ done }) => !done) ? items : null,
    invitations: await invitationsTo(ctx.db, user.email, ctx.now),
    notices: await latestNotices(ctx, user.id),
  };
}

async function reviewNeeds(ctx: Ctx): Promise<Need[]> {
  const { waiting, since } = await licencesWaiting(ctx.db);
  if (!since) return [];
  const due = new Date(since.getTime() + reviewMs).toISOString();
  return [{ kind: "licence_reviews", values: { count: waiting }, due, href: "/admin/licences" }];
}

type Term = Awaited<ReturnType<typeof licenceTerms>>[number] & { state: string };

function licenceNeeds(row: Term, now: Date): Need[] {
  const values = { number: row.number, territoryPlace: row.territory };
  const href = `/licences/${row.id}`;
  if (row.state === "returned") return [{ kind: "licence_returned", values, due: null, href }];
  if (row.state === "expired") return [{ kind: "licence_expired", values, due: null, href }];
  if (row.state !== "verified" || !row.validTo) return [];
  const due = endOfTerm(row);
  const soon = new Date(due).getTime() - now.getTime() < renewalNoticeMs;
  return soon ? [{ kind: "licence_expiring", values, due, href }] : [];
}

async function latestNotices(ctx: Ctx, userId: string): Promise<Home["notices"]> {
  const rows = await notificationsOf(ctx.db, userId, { after: null, limit: 5, unreadOnly: true });
  const t = translator(ctx.locale);
  return rows.map((row) => ({
    id: row.id,
    title: noticeText(row, t, ctx.locale).title,
    at: row.createdAt,
  }));
}
