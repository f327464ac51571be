import type * as Pdfjs from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** The library as build/build.ts puts it beside the page: bundled, a second copy of it would stand in the app. */
const at = (path: string) => new URL(`/pdf/${path}`, location.href).href;

let library: Promise<typeof Pdfjs> | undefined;
async function load(): Promise<typeof Pdfjs> {
  // what the package publishes at this name (build/build.ts copies it), whose types are those of the package
  const pdfjs = (await import(/* @vite-ignore */ at('pdf.min.mjs'))) as typeof Pdfjs;
  pdfjs.GlobalWorkerOptions.workerSrc = at('pdf.worker.min.mjs');
  return pdfjs;
}

/**
 * Opens a PDF to draw its pages: parsed in a worker of the page's own origin, with character maps and symbol faces from
 * beside it, no script of the file run and nothing fetched from elsewhere.
 * @param bytes the file; given away. @throws what the library says of a file it cannot open.
 */
export async function openPdf(bytes: Uint8Array): Promise<{ document: PDFDocumentProxy; close: () => void }> {
  library ??= load();
  const { getDocument, VerbosityLevel } = await library;
  const opening = getDocument({
    data: bytes,
    cMapUrl: at('cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: at('standard_fonts/'),
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  // closing what is closed already is no fault
  return { document: await opening.promise, close: () => void opening.destroy() };
}
