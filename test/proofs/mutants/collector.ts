import { format } from "node:util";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

export type Noted = { name: string; run: () => unknown };

let noted: Noted[] = [];
let group: string[] = [];

/** What the file that was loaded since the last call wants tested. */
export function takeNoted(): Noted[] {
  const taken = noted;
  noted = [];
  return taken;
}

type Body<Values extends unknown[] = []> = (...values: Values) => unknown;

const test = Object.assign(
  (name: string, run: Body) => {
    noted.push({ name: [...group, name].join(" "), run });
  },
  {
    each:
      <Values extends unknown[]>(table: readonly Values[]) =>
      (name: string, run: Body<Values>) => {
        const named = name.split("%").length - 1;
        for (const values of table) test(format(name, ...values.slice(0, named)), () => run(...values));
      },
  },
);

function describe(name: string, body: () => void) {
  group = [...group, name];
  body();
  group = group.slice(0, -1);
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Vitest's own matchers, without the bookkeeping of its workers. */
const expect: typeof chai.expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, writable: true, configurable: true });
setState({ assertionCalls: 0 }, expect as never);
Reflect.get(chai.expect, "extend").call(chai.expect, expect, customMatchers);

/** What test files import from "vitest", as far as the law engine's tests use it: their tests are noted, and run when it is time. */
export const vitest = { describe, expect, it: test, test, vi: { setConfig: () => {} } };
