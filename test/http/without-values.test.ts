import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { withoutValues } from "#app/http/without-values.ts";
import { mails } from "#db/schema/accounts.ts";
import { aWorld } from "#test/support/world.ts";

test("a failed query is logged without the values it was given, which are what people typed", async () => {
  const world = await aWorld();
  const secret = "Quillfeather\0";
  const error: unknown = await world.db
    .select()
    .from(mails)
    .where(eq(mails.toAddress, secret))
    .catch((thrown: unknown) => thrown);
  await world.close();
  expect(String(error)).toContain("Quillfeather");
  const logged = withoutValues(error);
  expect(logged).toMatchObject({ message: "A query failed", code: "22021" });
  expect(logged.stack).toContain("at ");
  expect(JSON.stringify(logged)).not.toContain("Quillfeather");
  expect(JSON.stringify(withoutValues({ debtor: secret }))).not.toContain("Quillfeather");
});
