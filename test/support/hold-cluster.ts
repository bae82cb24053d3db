import { startCluster } from "#db/cluster.ts";

/** A process of its own that holds a server: prints one JSON line when ready and stops on any line it is sent. */
const cluster = await startCluster({ dataDir: process.argv[2] });
console.log(JSON.stringify({ host: cluster.host, port: cluster.port, reused: cluster.reused }));
process.stdin.once("data", async () => {
  await cluster.stop();
  process.exit(0);
});
