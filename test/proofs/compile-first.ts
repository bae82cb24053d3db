import { rulesFor } from "#app/domain/law/compile.ts";
import { packs } from "#app/domain/law/packs.ts";

/**
 * Rules are compiled when they are first asked for, and then kept. Done before any test, so that a change in what compiles them is
 * tried on every test and not only on the one that happens to come first.
 */
for (const pack of packs) rulesFor(pack, "call", []);
