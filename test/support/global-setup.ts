import type { TestProject } from "vitest/node";
import { startTestCluster, type TestCluster } from "./cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One server and one migrated template for the whole run; each test file clones it. */
export default async function setup(project: TestProject) {
  const { database, stop } = await startTestCluster();
  project.provide("cluster", database);
  return stop;
}
