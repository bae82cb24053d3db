import { z } from "zod";
import type { Role } from "#app/domain/accounts/actor.ts";
import { plainText, stepDay } from "#app/domain/timeline/step-forms.ts";
import type { Template, TypedField } from "./templates/template.ts";

const line = plainText(400).optional();

/** What a sender types; which of it a template needs is the template's to say. */
export const Typed = z.object({
  creditorAddress: line,
  collectorAddress: line,
  formerCreditor: line,
  assignedOn: stepDay.optional(),
  supervisor: line,
  signatory: line,
  agreement: plainText(1_000).optional(),
  facts: plainText(2_000).optional(),
  unresolved: plainText(2_000).optional(),
  interest: line,
  instalments: plainText(1_000).optional(),
  telephone: line,
  payTo: plainText(1_000).optional(),
  passage: plainText(5_000).optional(),
  itemizationOn: stepDay.optional(),
  answerBy: stepDay.optional(),
  reviewedOn: stepDay.optional(),
}) satisfies z.ZodType<Partial<Record<TypedField, string | undefined>>>;
export type Typed = z.infer<typeof Typed>;

/** `key` is made with the page: the same form sent twice asks once. */
export const WriteMessage = Typed.extend({
  caseId: z.uuid(),
  template: z.string("error.choose").max(80, "error.choose"),
  version: z.coerce.number().int(),
  key: z.uuid("error.invalid"),
  /** Now or not at all; or at the first moment the law allows. */
  when: z.enum(["now", "lawful"], "error.choose"),
});
export type WriteMessage = z.infer<typeof WriteMessage>;

export const dateFields: ReadonlySet<TypedField> = new Set([
  "itemizationOn",
  "answerBy",
  "assignedOn",
  "reviewedOn",
]);

/** The fields a template needs and was not given. */
export const unfilled = ({ asks }: Template, typed: Typed): TypedField[] =>
  asks.flatMap(({ field, optional }) => (optional || typed[field] ? [] : [field]));

/**
 * Everything that a sender typed is a free passage but days: it is read by the linter as one text. That lawyers name their chamber is the law's own
 * demand (BRAO 43d(1) no. 8), and no office that they assume; of anybody else it would be.
 */
export const freeWords = (typed: Typed, role: Role): string =>
  Object.entries(typed)
    .flatMap(([field, words]) =>
      words && !isDate(field) ? [field === "supervisor" && lawyers.has(role) ? named(words) : words] : [],
    )
    .join("\n");

const lawyers: ReadonlySet<Role> = new Set(["lawyer", "law_firm"]);
const named = (supervisor: string) => supervisor.replaceAll(/Rechtsanwaltskammer/gi, "RAK");

const isDate = (field: string) => (dateFields as ReadonlySet<string>).has(field);

/** Only what the template asks for, so that nothing typed for another one slips in. */
export function typedFor({ asks }: Template, typed: Typed): Typed {
  return Object.fromEntries(asks.flatMap(({ field }) => (typed[field] ? [[field, typed[field]]] : [])));
}
