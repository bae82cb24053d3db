import { eq } from "drizzle-orm";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, system } from "#app/domain/accounts/actor.ts";
import { closeMailConnections } from "#app/gateways/mail.server.ts";
import { sendMail } from "#app/use-cases/accounts/send-mail.server.ts";
import { signUp } from "#app/use-cases/accounts/sign-up.server.ts";
import { mails } from "#db/schema/accounts.ts";
import { aWorld, mailTo, signUpInput, value, type World } from "#test/support/world.ts";

let world: World;
let smtpUrl: string;
const received: ParsedMail[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, _session, done) {
    if (!address.startsWith("bounce")) return done();
    done(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
  },
  onData(stream, _session, done) {
    simpleParser(stream).then((mail) => {
      received.push(mail);
      done();
    }, done);
  },
});

beforeAll(async () => {
  world = await aWorld();
  await new Promise<void>((ready) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      smtpUrl = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
      ready();
    });
  });
});
afterAll(async () => {
  closeMailConnections();
  await new Promise<void>((closed) => server.close(closed));
  await world.close();
});

const from = "Rung <no-reply@rung.example>";
async function aMail(email?: string) {
  const input = signUpInput("creditor", { email });
  value(await signUp({ ...world.ctx(anonymous), locale: "zh" }, input));
  const mail = await mailTo(world, input.email);
  if (!mail) throw new Error("no mail");
  return mail;
}
const send = (mailId: string, route = { smtpUrl: smtpUrl as string | undefined, from }) =>
  sendMail(world.ctx(system), { mailId }, route);
const rowOf = async (id: string) => (await world.owner.select().from(mails).where(eq(mails.id, id)))[0];

test("a mail arrives whole, in its language, and its text and address are forgotten once delivered", async () => {
  const mail = await aMail();
  expect(value(await send(mail.id))).toEqual({ kind: "sent" });
  const arrived = received.find(({ messageId }) => messageId === `<${mail.id}@rung>`);
  expect(arrived?.subject).toBe("请确认您的邮箱地址");
  expect(arrived?.text?.trim()).toBe(mail.body.trim());
  expect(await rowOf(mail.id)).toMatchObject({ sentAt: world.now, demo: false, body: "", toAddress: "" });
});

test("a job that runs twice, even at once, sends once", async () => {
  const mail = await aMail();
  const answers = await Promise.all([send(mail.id), send(mail.id)]);
  expect(answers.map((answer) => value(answer).kind).sort()).toEqual(["already-sent", "sent"]);
  expect(received.filter(({ messageId }) => messageId === `<${mail.id}@rung>`)).toHaveLength(1);
});

test("an address that does not exist is not tried for ever", async () => {
  const mail = await aMail(`bounce-${process.pid}@example.test`);
  expect(value(await send(mail.id))).toEqual({ kind: "refused-by-server" });
  expect((await rowOf(mail.id)).error).toContain("550");
  expect(value(await send(mail.id))).toEqual({ kind: "already-sent" });
});

test("a server that is down leaves the mail unsent for the next try", async () => {
  const mail = await aMail();
  await expect(send(mail.id, { smtpUrl: "smtp://127.0.0.1:1", from })).rejects.toThrow();
  expect(await rowOf(mail.id)).toMatchObject({ sentAt: null, error: null, body: mail.body });
  expect(value(await send(mail.id))).toEqual({ kind: "sent" });
});

test("without a server the mail lies in the demo's outbox, readable", async () => {
  const mail = await aMail();
  expect(value(await send(mail.id, { smtpUrl: undefined, from }))).toEqual({ kind: "kept-for-demo" });
  expect(await rowOf(mail.id)).toMatchObject({ demo: true, body: mail.body, toAddress: mail.toAddress });
});

test("a digest names where one click ends it in its headers, and no other mail does", async () => {
  const [plain, digest] = [await aMail(), await aMail()];
  const unsubscribeUrl = "https://rung.example/unsubscribe/who.signed";
  await world.owner.update(mails).set({ unsubscribeUrl }).where(eq(mails.id, digest.id));
  const listOf = async (mailId: string) => {
    value(await send(mailId));
    const { headerLines } = received[received.length - 1];
    return headerLines.filter(({ key }) => key.startsWith("list-unsubscribe")).map(({ line }) => line);
  };
  expect(await listOf(plain.id)).toEqual([]);
  expect(await listOf(digest.id)).toEqual([
    `List-Unsubscribe: <${unsubscribeUrl}>`,
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  ]);
  expect((await rowOf(digest.id)).unsubscribeUrl).toBeNull();
});
