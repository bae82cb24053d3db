import type { PostRefusal } from "#app/use-cases/conversation/post-message.server.ts";
import { notFound } from "./guard.ts";
import { type FormRefusal, refusedAt } from "./parse-form.ts";
import { refusedUpload } from "./refused-upload.ts";
import { refuse } from "./respond.ts";

/** Says at its field why a message was not sent; everything that was typed is kept. */
export function refusedMessage(error: PostRefusal, values: FormRefusal["values"]) {
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "case-closed":
    case "nobody-engaged":
    case "not-lawful":
      return refuse(409, refusedAt("form", `refusal.${error.kind}`, values));
    case "no-such-message":
    case "no-such-entry":
      return refuse(422, refusedAt("form", `refusal.${error.kind}`, values));
    case "due-invalid":
      return refuse(422, refusedAt("dueOn", "error.due_on", values));
    default:
      return refusedUpload(error, values, "file[]");
  }
}
