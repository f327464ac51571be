import { Undrawn } from './without-canvas.ts';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { decompressAtOnce } from './inflate.ts';
import { AppError } from '../../../../contract/errors.ts';
import { workerOnThisThread } from './same-thread.ts';

/** The tables that say which letter a code of a Japanese font is: with the page's PDF library in the built app (build/build.ts). */
const CMAPS = ['../renderer/pdf/cmaps/', '../../../../../node_modules/pdfjs-dist/cmaps/'].map((path) => new URL(path, import.meta.url));

/** Gives PDF.js its tables from the disk; what is not there (fonts to draw with, decoders of pictures) text does not need. */
class TablesFromDisk {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`${filename} is not read`);
    const folder = CMAPS.find((url) => existsSync(url));
    return new Uint8Array(await readFile(new URL(filename, folder)));
  }
}

/**
 * Opens a PDF for its text: nothing is drawn, fetched or run, and no picture is decoded.
 * @param fileName names the paper in a refusal.
 * @param bytes stay as they are.
 * @returns the document, the names of its fonts as far as they are known (those of pages whose drawing was asked for), and what lets go of it.
 * @throws AppError paper-protected (a password is needed), paper-damaged
 */
export async function openPdf(fileName: string, bytes: Uint8Array): Promise<{ document: PDFDocumentProxy; fonts: ReadonlyMap<string, string>; close: () => Promise<void> }> {
  const restore = decompressAtOnce();
  const fonts = new Map<string, string>();
  const worker = workerOnThisThread((face, name) => fonts.set(face, name));
  const task = getDocument({
    data: new Uint8Array(bytes),
    worker,
    cMapUrl: 'cmaps/',
    BinaryDataFactory: TablesFromDisk,
    CanvasFactory: Undrawn,
    FilterFactory: Undrawn,
    // The values for a place without a page around it, whatever PDF.js takes a thread of Electron's for.
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: false,
    // Fonts are told with their names.
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 0,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = async () => {
    await task.destroy();
    worker.destroy();
    restore();
  };
  try {
    return { document: await task.promise, fonts, close };
  } catch (error) {
    await close();
    throw refusal(fileName, error);
  }
}

/** PDF.js's error as a sentence for the user. */
export function refusal(file: string, error: unknown): AppError {
  return new AppError(error instanceof PasswordException ? 'paper-protected' : 'paper-damaged', { file }, { cause: error });
}
