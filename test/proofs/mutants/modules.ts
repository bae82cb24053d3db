import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { transformWithEsbuild } from "vite";
import { vitest } from "./collector.ts";

/** The tests that must notice a change. */
export const folder = "test/domain/law";
export const testFiles = (root: string) =>
  readdirSync(join(root, folder)).filter((file) => file.endsWith(".test.ts"));

type Module = { exports: unknown };
type Body = (module: Module, require: (id: string) => unknown, exports: unknown, url: string) => void;
/** Loads a module of the folder's own and what it imports. */
export type Load = (path: string) => unknown;

const isOurs = (id: string) => /^[#.]/.test(id);
const pathOf = (id: string, from: string) => (id.startsWith("#") ? id.slice(1) : join(dirname(from), id));

/**
 * The sources of a folder, made ready once. Every graph evaluates them anew, so that no cache of one is seen by another; what comes
 * from packages is shared.
 */
export class Modules {
  private readonly scripts = new Map<string, Script | null>();
  private readonly fromPackages: NodeJS.Require;

  constructor(private readonly root: string) {
    this.fromPackages = createRequire(join(root, "package.json"));
  }

  /** These modules and all that they import. */
  async prepare(paths: readonly string[]): Promise<void> {
    await Promise.all(paths.map((path) => this.prepareOne(path)));
  }

  private async prepareOne(path: string): Promise<void> {
    if (this.scripts.has(path)) return;
    const file = join(this.root, path);
    this.scripts.set(path, null);
    const options = { format: "cjs", target: "node20", define: { "import.meta.url": "__url" } } as const;
    const { code } = await transformWithEsbuild(readFileSync(file, "utf8"), file, options);
    const body = code.replace(/\/\/# sourceMappingURL=.*/, "");
    this.scripts.set(
      path,
      new Script(`(module, require, exports, __url) => {${body}\n}`, { filename: file }),
    );
    const imports = [...body.matchAll(/\brequire\("([#.][^"]+)"\)/g)].map(([, id]) => pathOf(id, path));
    await this.prepare(imports);
  }

  /** All that was made ready. */
  get paths(): ReadonlySet<string> {
    return new Set(this.scripts.keys());
  }

  graph(): Load {
    const loaded = new Map<string, Module>();
    const load: Load = (path) => {
      const known = loaded.get(path);
      if (known) return known.exports;
      const script = this.scripts.get(path);
      if (!script) throw new Error(`No such module: ${path}`);
      const module: Module = { exports: {} };
      loaded.set(path, module);
      const body: Body = script.runInThisContext();
      body(
        module,
        (id) => this.imported(id, path, load),
        module.exports,
        pathToFileURL(join(this.root, path)).href,
      );
      return module.exports;
    };
    return load;
  }

  private imported(id: string, from: string, load: Load): unknown {
    if (id === "vitest") return vitest;
    return isOurs(id) ? load(pathOf(id, from)) : this.fromPackages(id);
  }
}
