import ts from "typescript";
import { expect, test } from "vitest";
import { operations } from "#app/domain/accounts/access.ts";
import {
  exportedFunction,
  placeOf,
  type SourceFile,
  sourceFiles,
  visit,
} from "#test/support/source-files.ts";

const layers = [
  "app/domain",
  "app/messages",
  "app/ui",
  "app/gateways",
  "app/local-stripe",
  "app/use-cases",
  "app/http",
  "app/routes",
  "app/server",
  "app/worker",
  "app/cli",
  "db/demo",
  "db",
] as const;
type Layer = (typeof layers)[number];

const allButRoutes = layers.filter((layer) => layer !== "app/routes");

/** What each layer may import besides itself. */
const mayImport: Record<Layer, readonly Layer[]> = {
  "app/domain": [],
  "app/messages": [],
  "app/ui": ["app/domain", "app/messages"],
  "app/gateways": ["app/domain", "app/messages", "db"],
  /** A stand-in for another company: it knows nothing of the product, and only the entry points start it. */
  "app/local-stripe": ["app/messages"],
  /** The demo and its seed play the product's own use-cases, as a person would. */
  "db/demo": ["app/domain", "app/gateways", "app/use-cases", "db"],
  db: ["app/domain", "app/messages"],
  "app/use-cases": ["app/domain", "app/gateways", "db", "app/messages"],
  "app/http": ["app/domain", "app/use-cases", "app/gateways", "db", "app/messages"],
  "app/routes": ["app/domain", "app/ui", "app/use-cases", "app/http", "app/messages"],
  "app/server": allButRoutes,
  "app/worker": allButRoutes,
  "app/cli": allButRoutes,
};

const domainPackages = ["zod", "temporal-polyfill", "uuid"];
const serverPackages = /^(node:|drizzle-orm|postgres$|pg$|graphile-worker|nodemailer|pino|@node-rs\/)/;

/** Tables in which things are looked up; nobody reads them through, and each entry stands alone. */
const mayBeLong: { files: RegExp; because: string }[] = [
  { files: /\.data\.ts$/, because: "rows of a register, with their source" },
  { files: /^app\/messages\/(en|zh)\/[a-z-]+\.ts$/, because: "a line a phrase" },
  { files: /^app\/domain\/law\/packs\//, because: "a rule a row, with its citation" },
  {
    files: /^test\/journeys\/demo-pages\.ts$/,
    because: "an address a page",
  },
  {
    files: /^test\/proofs\/mutants-explained\.ts$/,
    because: "a line a change that no test can notice, with why",
  },
];
const maxLines = 300;

const forbiddenNames = /^(utils?|helpers?|common|managers?|base|service)$/;
const clockFile = "app/gateways/clock.server.ts";

const product = sourceFiles(["app", "db"]).filter(({ path }) => !path.startsWith("db/migrations/"));
const tests = sourceFiles(["test"]);

/** `app/root.tsx`, the entries and the route table belong to the routes. */
function layerOf(path: string): Layer {
  if (path === "db/seed.ts") return "db/demo";
  return layers.find((layer) => path.startsWith(`${layer}/`)) ?? "app/routes";
}

function importsThat(
  breakTheRule: (file: SourceFile, layer: Layer, each: SourceFile["imports"][number]) => boolean,
) {
  return product.flatMap((file) =>
    file.imports
      .filter((each) => breakTheRule(file, layerOf(file.path), each))
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
}

test("a layer imports only the layers its promise rests on", () => {
  const broken = importsThat((_file, layer, { target }) => {
    if (target === null) return false;
    if (target.startsWith("test/")) return true;
    if (!/^(app|db)\//.test(target)) return layer !== "app/server" && layer !== "app/cli" && layer !== "db";
    const imported = layerOf(target);
    const open = [layer, ...mayImport[layer]];
    return !open.includes(imported);
  });
  expect(broken).toEqual([]);
});

test("law and money stay pure: the domain imports no package that does I/O, and no process", () => {
  const packages = importsThat(
    (_file, layer, { specifier, target }) =>
      layer === "app/domain" &&
      target === null &&
      !domainPackages.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
  );
  const processes = product
    .filter(({ path }) => layerOf(path) === "app/domain")
    .flatMap((file) => identifiers(file, ["process", "fetch", "globalThis"]));
  expect([...packages, ...processes]).toEqual([]);
});

test("a component imports nothing that only a server has", () => {
  const broken = importsThat(
    (_file, layer, { specifier, typeOnly }) =>
      layer === "app/ui" && !typeOnly && serverPackages.test(specifier),
  );
  expect(broken).toEqual([]);
});

test("an import across layers is written with its alias and extension, so that a search for it finds it", () => {
  const broken = importsThat(({ path }, _layer, { specifier, target }) => {
    if (target === null || target.endsWith(".css")) return false;
    if (specifier.startsWith("#")) return !/\.(tsx?|js|json)$/.test(specifier);
    return path.startsWith("app/") && target.startsWith("app/") && topOf(path) !== topOf(target);
  });
  expect(broken).toEqual([]);
});

const topOf = (path: string) => layers.find((layer) => path.startsWith(`${layer}/`)) ?? "app";

test("a name says what is inside: no barrels, no drawers for odds and ends", () => {
  const broken = [...product, ...tests]
    .map(({ path }) => path)
    .filter((path) => {
      const words = path.split("/").flatMap((part) => part.split(/[.-]/));
      return /(^|\/)index\.tsx?$/.test(path) || words.some((word) => forbiddenNames.test(word));
    });
  expect(broken).toEqual([]);
});

test("a file can be read in one sitting", () => {
  const long = [...product, ...tests].filter(({ text }) => text.trimEnd().split("\n").length > maxLines);
  const withoutReason = long.filter(({ path }) => !mayBeLong.some(({ files }) => files.test(path)));
  expect(withoutReason.map(({ path }) => path)).toEqual([]);
});

test("every loader and action asks first whether such a person may try this at all", () => {
  const routes = product.filter(({ path }) => path.startsWith("app/routes/"));
  const broken = routes.flatMap((file) =>
    ["loader", "action"].flatMap((name) => {
      const declared = exportedFunction(file, name);
      if (declared === undefined) return [];
      if (declared && file.imports.some(({ specifier }) => specifier === "#app/http/guard.ts")) {
        if (guardsItself(declared)) return [];
      }
      return [`${file.path}: ${name} does not call guard(args, operation)`];
    }),
  );
  expect(broken).toEqual([]);
});

/** `guard(args, "case.read")`: the loader's own arguments, and an operation of the access table. */
function guardsItself(declared: ts.FunctionLikeDeclaration): boolean {
  const parameter = declared.parameters[0]?.name.getText();
  let guarded = false;
  visit(declared, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "guard") return;
    const [args, operation] = node.arguments;
    if (args?.getText() !== parameter || !operation || !ts.isStringLiteral(operation)) return;
    if (Object.hasOwn(operations, operation.text)) guarded = true;
  });
  return guarded;
}

test("time and chance come from outside: no file but the clock's reads the machine's clock or rolls dice", () => {
  const broken = product.filter(({ path }) => path !== clockFile).flatMap((file) => readsClockOrChance(file));
  expect(broken).toEqual([]);
});

function readsClockOrChance(file: SourceFile): string[] {
  const found: string[] = [];
  visit(file.tree, (node) => {
    const newDate =
      ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length;
    const bareDate = ts.isCallExpression(node) && node.expression.getText() === "Date";
    const source =
      ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random|Temporal\.Now)$/.test(node.getText());
    if (newDate || bareDate || source) found.push(`${placeOf(file, node)}: ${node.getText()}`);
  });
  return found;
}

/** What reaches a debtor, and who alone may open it. */
const adapters: { file: RegExp; only: readonly string[] }[] = [
  {
    file: /^app\/gateways\/debtor-(?!post)[\w-]+\.server\.ts$/,
    only: ["app/use-cases/contact/send-messages.server.ts"],
  },
  {
    file: /^app\/gateways\/debtor-post\.server\.ts$/,
    only: ["app/use-cases/contact/keep-batches.server.ts"],
  },
  {
    file: /^app\/gateways\/mail\.server\.ts$/,
    only: ["app/use-cases/accounts/send-mail.server.ts", "app/gateways/debtor-mail.server.ts"],
  },
];
const outward = /^(nodemailer|twilio|node:(net|tls|dgram))(\/|$)/;
/** The mails to the product's own people; the virus scanner, which is handed files and passes nothing on. */
const mayReachOut = new Set([
  "app/gateways/mail.server.ts",
  "app/gateways/malware-scan.server.ts",
  "app/gateways/debtor-sms.server.ts",
  /** Checks the signatures of the provider's messages, and asks it nothing. */
  "app/gateways/sms-provider.server.ts",
]);

test("nothing reaches a debtor but through the contact gate: no adapter can be imported outside it", () => {
  const opened = importsThat(
    ({ path }, _layer, { target, typeOnly }) =>
      !typeOnly && adapters.some(({ file, only }) => file.test(target ?? "") && !only.includes(path)),
  );
  const around = importsThat(
    ({ path }, _layer, { specifier, typeOnly }) =>
      !typeOnly && outward.test(specifier) && !mayReachOut.has(path),
  );
  expect([...opened, ...around]).toEqual([]);
  expect(product.some(({ path }) => adapters[0].file.test(path))).toBe(true);
});

test("text of a person never becomes markup", () => {
  const broken = product.flatMap((file) =>
    identifiers(file, ["dangerouslySetInnerHTML", "innerHTML", "outerHTML"]),
  );
  expect(broken).toEqual([]);
});

test("no test is left switched off, or running alone", () => {
  const marked = tests.flatMap((file) => {
    const marks = file.path.startsWith("test/journeys/")
      ? /\.(only|todo|fixme)$/
      : /\.(only|todo|fixme|skip)$/;
    const found: string[] = [];
    visit(file.tree, (node) => {
      if (!ts.isPropertyAccessExpression(node)) return;
      if (/^(test|it|describe)\./.test(node.getText()) && marks.test(node.getText()))
        found.push(placeOf(file, node));
    });
    return found;
  });
  expect(marked).toEqual([]);
});

function identifiers(file: SourceFile, names: string[]): string[] {
  const found: string[] = [];
  visit(file.tree, (node) => {
    if (!ts.isIdentifier(node) || !names.includes(node.text)) return;
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    const isKey = ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent);
    if (names.includes("process") && (isMember || isKey)) return;
    found.push(`${placeOf(file, node)}: ${node.text}`);
  });
  return found;
}
