import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";

/** Nothing that a foreign file could reach is native code: the package's canvas, which only drawing needs, stays out. */
process.dlopen = () => {
  throw new Error("No native code in this thread");
};

/** What is left of the browser's class: glyphs drawn by a font's own program (Type 3) are measured by it. */
globalThis.DOMMatrix = class {
  a = 1;
  b = 0;
  c = 0;
  d = 1;
  e = 0;
  f = 0;
  scaleSelf(x, y = x) {
    this.a *= x;
    this.b *= x;
    this.c *= y;
    this.d *= y;
    return this;
  }
  translateSelf(x, y) {
    this.e += this.a * x + this.c * y;
    this.f += this.b * x + this.d * y;
    return this;
  }
};

const { bytes, maxPages } = workerData;
const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");

try {
  const pdf = await getDocument({
    data: bytes,
    // Chinese files name character maps and fonts that no file carries with it.
    cMapUrl: `${join(home, "cmaps")}/`,
    standardFontDataUrl: `${join(home, "standard_fonts")}/`,
    cMapPacked: true,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  parentPort.postMessage({ pages: pdf.numPages });
  for (let at = 1; at <= Math.min(pdf.numPages, maxPages); at += 1) {
    const page = await pdf.getPage(at);
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    parentPort.postMessage({ text: items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join("") });
    page.cleanup();
  }
  parentPort.postMessage({ done: true });
} catch (error) {
  parentPort.postMessage({ failed: error?.name === "PasswordException" ? "locked" : "unreadable" });
}
