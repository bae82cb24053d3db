import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** What the tests' own signature finds: harmless, and nobody's. */
export const malware = "rung test marker that every scanner of these tests takes for malware";
const found = "Rung.Test.Marker";

/** The whole stream, once a client of `zINSTREAM` has sent it; null while it has not, or speaks otherwise. */
function streamIn(sent: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (!sent.subarray(0, command.length).equals(Buffer.from(command))) return null;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > sent.length) return null;
    chunks.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

export type ClamdDouble = {
  path: string;
  /** Every stream that was sent to the end. */
  scanned: Buffer[];
  close(): Promise<void>;
};

/** Speaks clamd's INSTREAM on a socket. `answer` overrides what it says to a whole stream, or speaks before there is one. */
export async function aClamdDouble(
  answer?: (socket: Socket, stream: Buffer | null) => void,
): Promise<ClamdDouble> {
  const folder = mkdtempSync(join(tmpdir(), "rung-clamd-"));
  const path = join(folder, "clamd.sock");
  const scanned: Buffer[] = [];
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    const sent: Buffer[] = [];
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      sent.push(bytes);
      const stream = bytes.at(-1) === 0 ? streamIn(Buffer.concat(sent)) : null;
      if (stream) scanned.push(stream);
      if (answer) answer(socket, stream);
      else if (stream) socket.end(stream.includes(malware) ? `stream: ${found} FOUND\0` : "stream: OK\0");
    });
  });
  server.listen(path);
  await once(server, "listening");
  return {
    path,
    scanned,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where clamd itself is installed; null on a machine without it. `CLAMD_PROGRAM` names another place. */
export function clamdProgram(): string | null {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  const places = folders.map((folder) => join(folder, "clamd"));
  return [process.env.CLAMD_PROGRAM ?? "", ...places].find((path) => path !== "" && existsSync(path)) ?? null;
}

/** The daemon itself, with one signature of the tests' own; ready when it answers. */
export async function aClamd(program: string): Promise<{ path: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "rung-clamd-"));
  const path = join(folder, "clamd.sock");
  writeFileSync(join(folder, "rung.ndb"), `${found}:0:*:${Buffer.from(malware).toString("hex")}\n`);
  const settings = [`LocalSocket ${path}`, `DatabaseDirectory ${folder}`, "Foreground yes"];
  writeFileSync(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
  const child = spawn(program, ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" });
  const exited = once(child, "exit");
  while (!(await answers(path))) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    path,
    async close() {
      child.kill();
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a daemon says PONG there. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    socket.once("error", () => resolve(false));
    socket.once("data", (said) => {
      socket.destroy();
      resolve(said.toString() === "PONG\0");
    });
    socket.write("zPING\0");
  });
}
