import { z } from "zod";
import { emailBases, stepDay } from "#app/domain/timeline/step-forms.ts";
import { type ContactChannel, contactChannels } from "./templates/template.ts";

/** An address in the form it is compared in. */
export const addressOf = (email: string): string => email.normalize("NFKC").trim().toLowerCase();

/** Name and place together: two people who live at one address are two. */
export const postalAddressOf = (name: string, address: string): string =>
  `${name}\n${address}`
    .normalize("NFKC")
    .replace(/[\s,，]+/g, " ")
    .trim()
    .toLowerCase();

/** How somebody knows that a postal address is the debtor's: told by the debtor, in a public register, or mail arrived there. */
export const postalBases = ["debtor_gave", "register", "mail_arrived"] as const;

/** How somebody knows that a phone number is the debtor's own: told by the debtor, texted from it, or looked up as still theirs. */
export const smsBases = ["debtor_gave", "debtor_texted", "number_checked"] as const;

export const channelBases = { email: emailBases, sms: smsBases, post: postalBases } as const satisfies Record<
  ContactChannel,
  readonly string[]
>;
const bases = [
  ...emailBases,
  "debtor_gave",
  "register",
  "mail_arrived",
  "debtor_texted",
  "number_checked",
] as const;
export type ChannelBasis = (typeof bases)[number];

const isBasisOf = ({ channel, basis }: { channel: ContactChannel; basis: ChannelBasis }) =>
  channelBases[channel].some((each) => each === basis);

/** How somebody knows that the address on file is the debtor's own, and what proves it. There is no field for another address. */
export const VerifyChannel = z
  .object({
    caseId: z.uuid(),
    channel: z.enum(contactChannels, "error.choose").default("email"),
    basis: z.enum(bases, "error.choose"),
    employerAddress: z.enum(["yes", "no"], "error.choose"),
    /** Of a phone number: the day on which it was last known to be the debtor's, which some laws let grow old. */
    checkedOn: stepDay.optional(),
    evidenceId: z.uuid("error.choose"),
  })
  .refine(({ channel, checkedOn }) => channel !== "sms" || checkedOn !== undefined, {
    path: ["checkedOn"],
    error: "error.date",
  })
  .refine(isBasisOf, { path: ["basis"], error: "error.choose" });
export type VerifyChannel = z.infer<typeof VerifyChannel>;
