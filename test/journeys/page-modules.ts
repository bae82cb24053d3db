import { readdirSync, readFileSync } from "node:fs";

/** Frames that hold other pages and have no address of their own. */
const frames = new Set(["cases.drafts.$caseId"]);

/** The modules of app/routes that draw a page. */
export function pageModules(root: string): string[] {
  const folder = `${root}/app/routes`;
  return readdirSync(folder)
    .filter((name) => /^export default /m.test(readFileSync(`${folder}/${name}`, "utf8")))
    .map((name) => name.replace(/\.tsx?$/, ""))
    .filter((name) => !frames.has(name))
    .sort();
}
