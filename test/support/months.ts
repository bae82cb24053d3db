import { anonymous } from "#app/domain/accounts/actor.ts";
import { monthDue } from "#app/use-cases/month-due.server.ts";
import { decideClose } from "#app/use-cases/months/decide-close.server.ts";
import { proposeClose } from "#app/use-cases/months/propose-close.server.ts";
import { anAdmin, type Person, theAdmin, value, type World } from "./world.ts";

const seconds = new WeakMap<World, Promise<Person>>();

/** The two admins whom a close needs. */
export async function twoAdmins(world: World): Promise<[Person, Person]> {
  const second = seconds.get(world) ?? anAdmin(world);
  seconds.set(world, second);
  return [await theAdmin(world), await second];
}

/** Closes the month that is due, and answers it. */
export async function closesMonth(world: World): Promise<string> {
  const [one, other] = await twoAdmins(world);
  const month = (await monthDue(world.db, world.ctx(anonymous))) ?? "";
  value(await proposeClose(world.ctx(one.actor), { month }));
  value(await decideClose(world.ctx(other.actor), { month, verdict: "close" }));
  return month;
}

/** Closes every month that is over. */
export async function closesAll(world: World): Promise<string[]> {
  const closed: string[] = [];
  while (await monthDue(world.db, world.ctx(anonymous))) closed.push(await closesMonth(world));
  return closed;
}
