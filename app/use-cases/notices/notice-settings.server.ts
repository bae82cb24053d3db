import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { forAdmins, groupOf, noticeGroups } from "#app/domain/accounts/notice-groups.ts";
import { defaultHours, isTimeZone, minutesOf, timeOf } from "#app/domain/accounts/notice-hours.ts";
import { choiceFor, mailModes, noticeKinds, noticeRules } from "#app/domain/accounts/notice-rules.ts";
import type { NoticeKind } from "#app/domain/accounts/notices.ts";
import { zonesOf } from "#app/domain/places/register.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import {
  choicesOf,
  dropFromDigest,
  hoursOf,
  seatsOf,
  writeChoices,
  writeHours,
} from "#db/queries/notice-settings.ts";
import { transact } from "#db/transact.ts";

const kind = z.enum(noticeKinds as [NoticeKind, ...NoticeKind[]], "error.invalid");
const minute = z
  .string()
  .transform((text, ctx) => {
    const minutes = minutesOf(text);
    if (minutes === null) ctx.addIssue({ code: "custom", message: "error.time" });
    return minutes ?? 0;
  })
  .optional();

export const digestOff = "off";

/** The settings' form: a mail mode for each kind it showed, and a tick where it stands in the inbox. */
export const ChangeNoticeSettings = z
  .object({
    timeZone: z.string("error.time_zone").refine(isTimeZone, "error.time_zone"),
    digestHour: z.union([
      z.literal(digestOff, "error.choose"),
      z.coerce.number("error.choose").int("error.choose").min(0, "error.choose").max(23, "error.choose"),
    ]),
    quietFrom: minute,
    quietTo: minute,
    mail: z.partialRecord(kind, z.enum(mailModes, "error.choose")).default({}),
    inApp: z.partialRecord(kind, z.literal("yes", "error.invalid")).default({}),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === undefined) === (quietTo === undefined), {
    path: ["quietTo"],
    error: "error.quiet_whole",
  });

/** What a person is told of, how and when; null for nobody. */
export async function readNoticeSettings(ctx: Ctx) {
  const person = personIn(ctx.actor, "account.own");
  if (!person) return null;
  const { userId } = person;
  const [chosen, kept, seats] = await Promise.all([
    choicesOf(ctx.db, [userId]),
    hoursOf(ctx.db, userId),
    seatsOf(ctx.db, [userId]),
  ]);
  const hours = kept ?? defaultHours(zonesOf(seats.get(userId) ?? "")[0] ?? "UTC");
  const shown = noticeKinds.filter((each) => ctx.actor.role === "admin" || !forAdmins.has(each));
  return {
    hours: {
      timeZone: hours.timeZone,
      digestHour: hours.digestHour === null ? digestOff : String(hours.digestHour),
      quietFrom: hours.quietFrom === null ? "" : timeOf(hours.quietFrom),
      quietTo: hours.quietTo === null ? "" : timeOf(hours.quietTo),
    },
    zones: [...new Set(["UTC", hours.timeZone, ...Intl.supportedValuesOf("timeZone")])].sort(),
    groups: noticeGroups.map((group) => ({
      group,
      kinds: shown
        .filter((each) => groupOf(each) === group)
        .map((each) => ({ kind: each, ...noticeRules[each], ...choiceFor(each, chosen(userId, each)) })),
    })),
  };
}

/** Keeps what a person chose, for what is told from now on. */
export const changeNoticeSettings = (
  ctx: Ctx,
  { timeZone, digestHour, quietFrom, quietTo, mail, inApp }: z.output<typeof ChangeNoticeSettings>,
): Promise<Result<null, { kind: "not-allowed" }>> =>
  transact<null, { kind: "not-allowed" }>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    if (!person) return err({ kind: "not-allowed" });
    await writeHours(tx, person.userId, {
      timeZone,
      digestHour: digestHour === digestOff ? null : digestHour,
      quietFrom: quietFrom ?? null,
      quietTo: quietTo ?? null,
    });
    if (digestHour === digestOff) await dropFromDigest(tx, person.userId);
    const choices = noticeKinds.flatMap((each) => {
      const mode = mail[each];
      return mode
        ? [{ kind: each, mail: mode, inApp: noticeRules[each].always !== null || inApp[each] === "yes" }]
        : [];
    });
    await writeChoices(tx, person.userId, choices);
    return ok(null);
  });
