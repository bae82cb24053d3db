import { ensureBuild } from "#app/server/build.ts";
import { projectRoot } from "#test/support/project.ts";

/** Builds once, before two servers would both find the build stale. */
export default function buildPages() {
  return ensureBuild(projectRoot, console.log);
}
