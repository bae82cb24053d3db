import { documentStoreIn } from "#app/gateways/documents.server.ts";
import { secretsFrom } from "#app/gateways/secrets.server.ts";
import { openLastingKeys } from "#app/use-cases/keys/open-lasting-keys.server.ts";
import { type World, worldSecret } from "./world.ts";

export const newSecret = "another secret of the tests, made when the first was told";

/** The world's database behind other secrets, as a process that is started with them. */
export async function worldUnder(world: World, current: string, former: string[] = []): Promise<World> {
  const lasting = await openLastingKeys(world.db, { current, former });
  const secrets = secretsFrom(current, { former, lasting });
  const services = { ...world.services, secrets, documents: documentStoreIn(world.folder, secrets) };
  const under: World = {
    ...world,
    services,
    ctx: (actor, now = under.now) => ({ ...services, actor, now, locale: "en" }),
  };
  return under;
}

export const underBoth = (world: World) => worldUnder(world, newSecret, [worldSecret]);
