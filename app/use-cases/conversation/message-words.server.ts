import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { type Locale, translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Open, openWith } from "#app/use-cases/debtor.server.ts";
import type { MessageTask } from "#db/queries/message-tasks.ts";
import { excerptOf } from "./excerpt.ts";

type Sealed = { id: string; body: Buffer };

/** A message as it was typed; null once it was redacted or its debtor erased. */
export const bodyOf = (open: Open, { id, body }: Sealed): string | null => open(wordPlaces.message(id), body);

type Redacted = { id: string; redactedAt: Date | null; redactionReason: Buffer | null };

/** Why a message was taken out, or that this was erased; null while it stands. */
export const redactionOf = (open: Open, message: Redacted, locale: Locale): string | null =>
  message.redactedAt &&
  (open(wordPlaces.redaction(message.id), message.redactionReason) ?? translator(locale)("debtor.erased"));

export const excerptIn = (open: Open, message: Sealed): string => excerptOf(bodyOf(open, message) ?? "");

/** The first words of a task in a list of several cases', each read with its case's key. */
export const taskExcerpt = (ctx: Ctx, task: MessageTask): string =>
  excerptIn(openWith(ctx, task.caseId, task.key), task);
