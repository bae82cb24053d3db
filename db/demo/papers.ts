import PDFDocument from "pdfkit";

/** A one-page PDF that says it is invented. */
export async function demoPdf(fileName: string, text: string): Promise<File> {
  const document = new PDFDocument({ size: "A4", margin: 72, info: { Title: text } });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve) => document.on("end", resolve));
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  document
    .fontSize(14)
    .text(text)
    .moveDown()
    .fontSize(10)
    .text("Demonstration paper. It proves nothing about anyone.");
  document.end();
  await done;
  return new File([Buffer.concat(chunks)], fileName, { type: "application/pdf" });
}
