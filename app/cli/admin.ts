import { createInterface } from "node:readline/promises";
import { system } from "#app/domain/accounts/actor.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { AppointAdmin, appointAdmin } from "#app/use-cases/accounts/appoint-admin.server.ts";
import { withServices } from "./database.ts";
import { print } from "./output.ts";

const words = {
  "not-allowed": "Only the operator's command line appoints administrators.",
  "address-taken": "This address has an account already. Administrators have an account of their own.",
};

/** Opens an administrator's account. It can do nothing until its owner has signed in and set up a second factor. */
export async function appoint({ email, name }: { email: string; name: string }): Promise<void> {
  const password = await firstLine("Password: ");
  const input = AppointAdmin.safeParse({ email, name, password });
  if (!input.success) {
    const fields = input.error.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message.replace("error.", "")}`,
    );
    throw new Error(`Not appointed. ${fields.join("; ")}`);
  }
  await withServices(undefined, async (services) => {
    const now = await readClock(services.db);
    const appointed = await appointAdmin({ ...services, actor: system, now, locale: "en" }, input.data);
    if (!appointed.ok) throw new Error(words[appointed.error.kind]);
  });
  print(`${email} is an administrator. The first sign-in asks for a second factor.`);
}

async function firstLine(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
