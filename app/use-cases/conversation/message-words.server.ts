import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Open, openWith } from "#app/use-cases/debtor.server.ts";
import type { MessageTask } from "#db/queries/message-tasks.ts";
import { excerptOf } from "./excerpt.ts";

type Sealed = { id: string; body: Buffer };

/** A message as it was typed; null once it was redacted or its debtor erased. */
export const bodyOf = (open: Open, { id, body }: Sealed): string | null => open(wordPlaces.message(id), body);

export const excerptIn = (open: Open, message: Sealed): string => excerptOf(bodyOf(open, message) ?? "");

/** The first words of a task in a list of several cases', each read with its case's key. */
export const taskExcerpt = (ctx: Ctx, task: MessageTask): string =>
  excerptIn(openWith(ctx, task.caseId, task.key), task);
