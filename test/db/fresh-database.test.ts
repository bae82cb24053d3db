import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { freshDatabase } from "#test/support/database.ts";

test("two databases of one test file share nothing", async () => {
  const [first, second] = [await freshDatabase(), await freshDatabase()];
  const one = connect(first.owner);
  const two = connect(second.owner);
  await one.db.execute(sql`create table only_here (id int)`);
  const found = await two.db.execute(sql`select to_regclass('only_here') as name`);
  expect(found[0].name).toBeNull();
  await one.close();
  await two.close();
});

test("the app's connection is not the owner's: it may not make tables", async () => {
  const { app } = await freshDatabase();
  const { db, close } = connect(app);
  await expect(db.execute(sql`create table mine (id int)`)).rejects.toMatchObject({
    cause: { code: "42501" },
  });
  await close();
});
