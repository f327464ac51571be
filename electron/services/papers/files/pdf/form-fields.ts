import type { PDFDocumentProxy, PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js';

/** What stands in a field is set no larger, in points, and takes so much of the field's height. */
const LARGEST = 10.5;
const OF_HEIGHT = 0.7;
/** Stands for the font of what was filled in, which is not drawn with the page. */
export const FIELD_FONT = 'field';

/** Whether a document is a form, whose fields are no part of the pages' own text. */
export async function isForm(document: PDFDocumentProxy): Promise<boolean> {
  return (await document.getFieldObjects()) !== null;
}

/** What was filled in the fields of a page, as items of its text that stand where the fields do. */
export async function fieldTexts(page: PDFPageProxy): Promise<TextItem[]> {
  const annotations: unknown[] = await page.getAnnotations();
  return annotations.flatMap((annotation) => (isFilled(annotation) ? itemsOf(annotation) : []));
}

type Filled = { fieldValue: string; rect: readonly number[] };

/** PDF.js gives annotations as any: a text field or a choice has a value. */
function isFilled(annotation: unknown): annotation is Filled {
  if (typeof annotation !== 'object' || annotation === null) return false;
  const { fieldType, fieldValue, rect, hidden }: { fieldType?: unknown; fieldValue?: unknown; rect?: unknown; hidden?: unknown } = annotation;
  return (fieldType === 'Tx' || fieldType === 'Ch') && typeof fieldValue === 'string' && fieldValue.trim() !== '' && hidden !== true &&
    Array.isArray(rect) && rect.length === 4 && rect.every((n) => typeof n === 'number');
}

function itemsOf({ fieldValue, rect }: Filled): TextItem[] {
  const [left = 0, bottom = 0, , top = 0] = rect;
  const lines = fieldValue.split(/\r\n?|\n/);
  const height = (top - bottom) / lines.length;
  const size = Math.min(LARGEST, OF_HEIGHT * height);
  return lines.map((str, i) => ({
    str, dir: 'ltr', width: size * str.length, height: size, fontName: FIELD_FONT, hasEOL: true,
    transform: [size, 0, 0, size, left + 2, top - (i + 0.5) * height - 0.35 * size],
  }));
}
