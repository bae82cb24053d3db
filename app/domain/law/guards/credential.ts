import type { Credential } from "#app/domain/law/actor-input.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import type { Check, Scene, Unmet } from "#app/domain/law/scene.ts";
import { momentOf } from "#app/domain/law/selectors.ts";

const DAY_MS = 86_400_000;

type CredentialGuard = Extract<Guard, { kind: "credential" }>;

/** `US-CA`, `us-ca` and `CA` are the same territory; a country stands alone. */
const bare = (territory: string, country: string) => {
  const upper = territory.trim().toUpperCase();
  return upper.startsWith(`${country}-`) ? upper.slice(country.length + 1) : upper;
};

/** The territories of which the act needs a credential; null where they are not known. */
function territoriesOf(guard: CredentialGuard, scene: Scene): readonly string[] | null {
  if (guard.territory === "country") return [scene.pack.id];
  const forum = scene.action.forumState;
  if (guard.territory === "forum" && isKnown(forum)) return [bare(forum, scene.pack.id)];
  return scene.states.length > 0 ? scene.states : null;
}

const holdsFor = ({ territory: held }: Credential, territory: string, country: string) =>
  isKnown(held) &&
  (territory === country ? held.toUpperCase().startsWith(country) : bare(held, country) === territory);

/** Half-open: at the instant it expires it is over. A credential whose standing or term is unknown is none. */
function isValid(credential: Credential, scene: Scene): boolean {
  if (credential.status !== "active") return false;
  if (credential.expiresAt === "never") return true;
  const expires = momentOf(credential.expiresAt);
  return expires !== null && expires > scene.to;
}

function isFresh(credential: Credential, scene: Scene, withinDays: number): boolean {
  const verified = momentOf(credential.verifiedAt);
  return verified !== null && verified <= scene.to && verified >= scene.from - withinDays * DAY_MS;
}

/** Whether one of those held does for the territory at the moment, and whether one of these was looked up lately enough. */
function standingFor(
  guard: CredentialGuard,
  territory: string,
  scene: Scene,
): { valid: boolean; fresh: boolean } {
  const withinDays = guard.withinDays ?? 30;
  let valid = false;
  for (const each of scene.actor.credentials ?? []) {
    if (!guard.types.includes(each.type) || !isValid(each, scene)) continue;
    if (!holdsFor(each, territory, scene.pack.id)) continue;
    if (isFresh(each, scene, withinDays)) return { valid: true, fresh: true };
    valid = true;
  }
  return { valid, fresh: false };
}

/** A credential of the right kind and territory, in force at the moment of the act and checked lately enough. */
export function compileCredential(guard: CredentialGuard): Check {
  const unmet = (territory: string, path: string): Unmet => ({
    values: { who: guard.who, credential: `law.credential.${guard.types[0]}`, territory },
    next: null,
    requires: [`actor.credentials[].${path}`],
  });
  return (scene) => {
    const territories = territoriesOf(guard, scene);
    if (!territories) return asking("debtor.residence.state");
    for (const territory of territories) {
      const { valid, fresh } = standingFor(guard, territory, scene);
      if (guard.part === "valid" && !valid) return { ...unmet(territory, guard.types[0]), effect: "block" };
      // A stale check is told only of a credential that would otherwise do; a missing one is the other row's.
      if (guard.part === "checked" && valid && !fresh) return unmet(territory, "verifiedAt");
    }
    return null;
  };
}
