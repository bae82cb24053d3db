import { may } from "#app/domain/accounts/access.ts";
import type { Template } from "#app/domain/contact/templates/template.ts";
import { type TemplateBook, templateOf, templatesOf } from "#app/domain/contact/templates.ts";
import { wordingFlaw, wordingOf } from "#app/domain/contact/wording.ts";
import { packIds } from "#app/domain/law/pack.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { templateBook, wordingsWith } from "#db/queries/wordings.ts";

const headOf = ({ id, pack, step, channel, language, version }: Template) => ({
  ...{ id, pack, step, channel, language, version },
});

/** Every template that letters are written from, and which have other words waiting. */
export async function readTemplates(ctx: Ctx) {
  if (!may(ctx.actor, "law.read", "none")) return null;
  const [book, waiting] = await Promise.all([
    templateBook(ctx.db),
    wordingsWith(ctx.db, { status: "proposed" }),
  ]);
  const waits = new Set(waiting.map(({ row }) => row.templateId));
  const templates = packIds.flatMap((pack) => templatesOf(book, pack));
  return templates.map((each) => ({ ...headOf(each), waits: waits.has(each.id) }));
}

/** One template: its words as they stand, the wording that waits beside them, and what became of earlier ones. Null when there is none. */
export async function readTemplate(ctx: Ctx, id: string) {
  if (!may(ctx.actor, "law.read", "none")) return null;
  const book = await templateBook(ctx.db);
  const template = packIds.flatMap((pack) => templatesOf(book, pack)).find((each) => each.id === id);
  if (!template) return null;
  const wordings = await wordingsWith(ctx.db, { templateId: id });
  const open = wordings.find(({ row }) => row.status === "proposed");
  return {
    ...headOf(template),
    subject: template.subject,
    passages: template.passages.map(({ text, carries = [] }) => ({ text, carries: [...carries] })),
    waiting: open ? waitingOf(ctx, book, open) : null,
    decided: wordings.flatMap(({ row, proposedByName, decidedByName }) =>
      row.decidedAt && row.status !== "proposed"
        ? [
            {
              ...{ id: row.id, version: row.version, status: row.status, reason: row.reason },
              ...{ note: row.decisionNote, decidedAt: row.decidedAt, proposedByName, decidedByName },
            },
          ]
        : [],
    ),
  };
}

type Named = Awaited<ReturnType<typeof wordingsWith>>[number];

/** The wording beside what it replaces, and what this reader may do about it. */
function waitingOf({ actor }: Ctx, book: TemplateBook, { row, proposedByName }: Named) {
  const base = templateOf(book, row.templateId, row.base);
  const before = base && wordingOf(base);
  const own = row.proposedBy === actor.userId;
  return {
    ...{
      id: row.id,
      version: row.version,
      reason: row.reason,
      proposedAt: row.proposedAt,
      proposedByName,
      own,
    },
    changes: [
      { at: null, before: before?.subject ?? "", after: row.words.subject },
      ...row.words.passages.map((after, at) => ({ at, before: before?.passages[at] ?? "", after })),
    ].filter(({ before: old, after }) => old !== after),
    /** It can be approved no more: another version stands by now. */
    overtaken: !base || wordingFlaw(base, row.words) !== null,
    mayDecide: !own && may(actor, "law.decide", "none"),
  };
}
