import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import type { historyOf } from "#app/domain/law/history.ts";

type Holds = ReturnType<typeof historyOf>["holds"];

/** Whether the debtor has ended a channel on a case, and has not opened it again. */
export const isStopped = (
  holds: Holds,
  { channel: asked, now }: { channel: ContactChannel; now: Date },
): boolean =>
  holds.some(
    ({ type, channel, endsAt }) =>
      type === "channel_optout" &&
      channel === asked &&
      (!endsAt || endsAt === "unknown" || new Date(endsAt) > now),
  );
