import type { PDFPageProxy, TextContent } from 'pdfjs-dist/types/src/display/api.js';

/** `marks`: the name of the marked content that each item stands in, null outside any. */
export type PageText = { content: TextContent; marks: (string | null)[] };

/** A page set letter by letter has some thousands of runs; one that draws itself again and again has no end of them. */
const MOST_RUNS = 50_000;

/**
 * The text of a page as PDF.js's own getTextContent gives it.
 * @param alive called for every part of a long page.
 * @throws RangeError where a page has no end of text
 */
export async function textOf(page: PDFPageProxy, alive: () => void): Promise<PageText> {
  const content: TextContent = { items: [], styles: {}, lang: null };
  const marks: (string | null)[] = [];
  const open: (string | null)[] = [];
  // PDF.js types the stream's chunks as any; they are parts of what getTextContent puts together.
  const reader = (page.streamTextContent({ disableNormalization: true, includeMarkedContent: true }) as ReadableStream<TextContent>).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items) {
      if ('str' in item) {
        content.items.push(item);
        marks.push(open.at(-1) ?? null);
      } else if (item.type === 'endMarkedContent') open.pop();
      // What is marked within it without a name of its own belongs to it.
      else open.push(item.id ?? open.at(-1) ?? null);
    }
    if (content.items.length + open.length > MOST_RUNS) throw new RangeError(`more than ${MOST_RUNS} runs of text on a page`);
    Object.assign(content.styles, part.value.styles);
    alive();
  }
  alive();
  return { content, marks };
}
