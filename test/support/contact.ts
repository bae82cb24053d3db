import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { WriteMessage } from "#app/domain/contact/forms.ts";
import { newId } from "#app/domain/ids.ts";
import { addDays, dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { askMessage } from "#app/use-cases/contact/ask-message.server.ts";
import { verifyChannel } from "#app/use-cases/contact/verify-channel.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { anEngagedCase, daysAgo } from "./market.ts";
import { aLawyer, type Person, passTime, turnTo, value, type World } from "./world.ts";

/** A mail server that does as it is told: a real process's end of a real connection. */
export function aMailServer() {
  const received: ParsedMail[] = [];
  /** Of the envelopes, in their order. */
  const senders: string[] = [];
  let mood: "well" | "busy" | "silent after taking" | "gone after taking" = "well";
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      if (!address.startsWith("bounce")) return done();
      done(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
    },
    onMailFrom({ address }, _session, done) {
      senders.push(address);
      if (mood !== "busy") return done();
      done(Object.assign(new Error("come back later"), { responseCode: 451 }));
    },
    onData(stream, { id }, done) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        if (mood === "well") return done();
        // Taken, and never said: the connection is cut before the answer.
        for (const each of (server as unknown as { connections: Set<Connection> }).connections)
          if (each.id === id) each._socket.destroy();
      }, done);
    },
  });
  server.on("error", () => {});
  return {
    received,
    senders,
    be: (next: typeof mood) => {
      mood = next;
    },
    listen: () =>
      new Promise<string>((ready) => {
        const listening = server.listen(0, "127.0.0.1", () => {
          const address = listening.address();
          ready(`smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
        });
      }),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
type Connection = { id: string; _socket: { destroy(): void } };

export const englishDebtor = (email: string, phone = "+44 20 7946 0123") => ({
  kind: "natural_consumer",
  name: "Hattie Hollyhock",
  email,
  phone,
  address: "4 Marmalade Row, Leeds",
  country: "GB",
  province: "GB-EW",
});
const chineseDebtor = (email: string, phone = "+86 755 2101 0101") => ({
  kind: "natural_consumer",
  name: "王小明",
  email,
  phone,
  address: "深圳市福田区橘子路 4 号",
  country: "CN",
  province: "CN-440000",
  city: "CN-440300",
});

const germanDebtor = (email: string, phone = "+49 30 901820") => ({
  kind: "natural_consumer",
  name: "Lotte Lindwurm",
  email,
  phone,
  address: "Pfefferkuchenweg 3, 10115 Berlin",
  country: "DE",
  province: "DE-BE",
});
const americanDebtor = (email: string, phone = "+1 559 555 0101") => ({
  kind: "natural_consumer",
  name: "Hattie Hollyhock",
  email,
  phone,
  address: "4 Marmalade Row, Fresno, CA 93650",
  country: "US",
  province: "US-CA",
});
const debtorIn = { "GB-EW": englishDebtor, CN: chineseDebtor, DE: germanDebtor, "US-CA": americanDebtor };
const currencyIn = { "GB-EW": "GBP", CN: "CNY", DE: "EUR", "US-CA": "USD" } as const;
type Law = keyof typeof debtorIn;

const claimIn = (world: World, currency: (typeof currencyIn)[Law]) => ({
  ...{ kind: "services", purpose: "consumer", principal: "3,200.00", currency, written: "yes" },
  ...{ dueOn: daysAgo(world, 90), contractOn: daysAgo(world, 150), reference: "INV-7788" },
  ...(currency === "GBP" ? { regulatedCredit: "no" } : {}),
  ...(currency === "EUR" ? { dueAgreed: "yes", invoiceHint: "no", principal: "1,900.00" } : {}),
});

export type Mailed = { lawyer: Person; creditor: Person; caseId: string; email: string };

/** An engaged case in one of the four laws, whose debtor's address somebody has verified. */
export async function aCaseToWriteOn(
  world: World,
  given: {
    law: Law;
    email: string;
    phone?: string;
    lawyer?: Person & { licenceId: string };
    /** How the case stood before: what the creditor did about it. */
    history?: Record<string, string>;
    /** What else its answers say of the claim and of the debtor. */
    claim?: Record<string, string>;
    debtor?: Record<string, string>;
    goal?: Record<string, string>;
  },
): Promise<Mailed> {
  const { law, email } = given;
  const lawyer = given.lawyer ?? (await aLawyer(world, { territory: law }));
  const debtor = { ...debtorIn[law](email, given.phone), ...given.debtor };
  const claim = { ...claimIn(world, currencyIn[law]), ...given.claim };
  const { caseId, creditor } = await anEngagedCase(world, lawyer, {
    debtor,
    claim,
    history: given.history,
    goal: given.goal,
  });
  const [paper] = await evidenceOf(world.db, world.services, caseId);
  value(
    await verifyChannel(world.ctx(lawyer.actor), {
      ...{ caseId, channel: "email", basis: "consumer_used", employerAddress: "no", evidenceId: paper.id },
    }),
  );
  return { lawyer, creditor, caseId, email };
}

/** Somebody has verified the debtor's postal address too. */
export async function verifiedByPost(world: World, { lawyer, caseId }: Pick<Mailed, "lawyer" | "caseId">) {
  const [paper] = await evidenceOf(world.db, world.services, caseId);
  value(
    await verifyChannel(world.ctx(lawyer.actor), {
      ...{ caseId, channel: "post", basis: "debtor_gave", employerAddress: "no", evidenceId: paper.id },
    }),
  );
}

/** Somebody has verified that the debtor is reached by text at the number on file. */
export async function verifiedByText(world: World, { lawyer, caseId }: Pick<Mailed, "lawyer" | "caseId">) {
  const [paper] = await evidenceOf(world.db, world.services, caseId);
  const checkedOn = dateIn("UTC", new Date(world.now.getTime() - 3 * 86_400_000));
  return verifyChannel(world.ctx(lawyer.actor), {
    ...{ caseId, channel: "sms", basis: "debtor_gave", employerAddress: "no", evidenceId: paper.id },
    checkedOn,
  });
}

/** Turns the clock to a working day's ten o'clock at the place, some days on. */
export async function toMorning(world: World, zone: string, days = 1, time = "10:00") {
  let on = addDays(dateIn(zone, world.now), days);
  while ([0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())) on = addDays(on, 1);
  const at = instantAt(zone, on, time);
  if (!at) throw new Error(on);
  await turnTo(world, at.toISOString());
  await passTime(world, {});
}

export const written = (world: World, caseId: string, more: Partial<WriteMessage> = {}): WriteMessage => ({
  ...{ caseId, template: "gb.first-notice", version: 1, key: newId(world.now), when: "now" },
  payTo: "Bank transfer to the account named in the contract",
  ...more,
});

export const ask = async (world: World, { lawyer, caseId }: Mailed, more: Partial<WriteMessage> = {}) =>
  askMessage(world.ctx(lawyer.actor), written(world, caseId, more));
