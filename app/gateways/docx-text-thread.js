import { parentPort, workerData } from "node:worker_threads";
import mammoth from "mammoth";

try {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(workerData.bytes) });
  parentPort.postMessage({ pages: 1 });
  parentPort.postMessage({ text: value });
  parentPort.postMessage({ done: true });
} catch {
  parentPort.postMessage({ failed: "unreadable" });
}
