import { z } from "zod";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { TextReply } from "#db/queries/text-messages.ts";

const Sealed = z.object({ from: z.string(), words: z.string() });
type Said = z.infer<typeof Sealed>;

/** An answer that waits for a person is kept sealed: nobody knows yet whose case may read it. */
export const sealReply = ({ secrets }: Pick<Ctx, "secrets">, said: Said): string =>
  secrets.seal("text-reply", JSON.stringify(said));

export const replyIn = ({ secrets }: Pick<Ctx, "secrets">, { words }: Pick<TextReply, "words">): Said =>
  Sealed.parse(JSON.parse(secrets.unseal("text-reply", words)));
