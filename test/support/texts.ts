import { aCaseToWriteOn, type Mailed, toMorning, verifiedByText } from "./contact.ts";
import { daysAgo } from "./market.ts";
import { value, type World } from "./world.ts";

let phones = 0;
/** An English mobile number that nobody had before. */
export const aPhone = () => `+4477009${String(++phones).padStart(5, "0")}`;

/** A case whose debtor's number somebody has verified, on a working morning. Texts come after the reminder, which the creditor sent. */
export async function aCaseToText(
  world: World,
  { phone, law = "GB-EW" }: { phone: string; law?: "GB-EW" | "CN" },
): Promise<Mailed> {
  const email = `text${++phones}@hollyhock.example`;
  const history = { reminderSentOn: daysAgo(world, 30) };
  const made = await aCaseToWriteOn(world, { law, email, phone, history });
  value(await verifiedByText(world, made));
  await toMorning(world, "Europe/London");
  return made;
}
