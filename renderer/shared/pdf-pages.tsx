import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { memo, useEffect, useMemo, useRef, useState, type MouseEvent, type RefObject } from 'react';
import type { PaperLayout } from '../../electron/contract/papers.ts';
import { invoke, sentenceOf } from '../app/api.ts';
import { useT } from '../i18n/index.ts';
import { EmptyState } from './empty-state.tsx';
import { apart, pageMarks, type PageMarks } from './page-marks.ts';
import { MarginNotes, PassagesPane, type PaperView } from './paper-marks.tsx';
import { openPdf } from './pdf-document.ts';
import classes from './pdf-pages.module.css';

/** Beside the page: the margin with the names of passages, and some air. */
const BESIDE = 64 + 20;
const LARGEST_FIT = 2;
/** The height of a name in the margin, in pixels. */
const NOTE_HEIGHT = 16;

/**
 * The pages of a PDF as they are printed, with passages marked over them. A page is drawn when it comes near, at the
 * resolution of the screen, and given up when it is far.
 * @param zoom times the width of the pane.
 */
export default function PdfPages({ sha256, layout, zoom, passages, margin, ...pointing }: PaperView & { sha256: string; layout: PaperLayout; zoom: number }) {
  const t = useT();
  const pane = useRef<HTMLDivElement>(null);
  const width = useWidth(pane);
  const pdf = usePdf(sha256);
  const chosen = pointing.chosen ?? null;
  const marks = useMemo(() => pageMarks(layout, chosen ? [...passages, { ...chosen, key: CHOSEN, over: true }] : passages), [layout, passages, chosen]);
  const widest = Math.max(1, ...layout.pages.map((page) => page.width));
  const scale = Math.max(0.2, Math.min(LARGEST_FIT, (width - BESIDE) / widest) * zoom);
  if (pdf.failed !== null) return <EmptyState title={t('papers.pagesFailed')} hint={pdf.failed} />;
  return (
    <PassagesPane pane={pane} drawn={marks} offsetAt={(target, event) => offsetOnPage(layout, scale, target, event)} {...pointing}>
      {width === 0 ? null : layout.pages.map((page, index) => (
        // oxlint-disable-next-line no-array-index-key -- a page is its number
        <Page key={index} index={index} size={page} scale={scale} document={pdf.document} pane={pane} marks={marks[index]} margin={margin} />
      ))}
    </PassagesPane>
  );
}

/** Under this key the chosen lines are marked. */
const CHOSEN = 'chosen';

/** The line of the page that is nearest to the pointer. */
function offsetOnPage({ lines }: PaperLayout, scale: number, target: EventTarget | null, { clientX, clientY }: MouseEvent): number | null {
  const sheet = target instanceof Element ? target.closest<HTMLElement>('[data-page-number]') : null;
  if (!sheet) return null;
  const { left, top } = sheet.getBoundingClientRect();
  const [x, y] = [(clientX - left) / scale, (clientY - top) / scale];
  const beyond = (at: number, from: number, length: number) => Math.max(from - at, at - from - length, 0);
  const own = lines.filter(({ page }) => page === Number(sheet.dataset['pageNumber']) - 1);
  const away = (line: PaperLayout['lines'][number]) => beyond(y, line.y, line.height) * 4 + beyond(x, line.x, line.width);
  return own.toSorted((a, b) => away(a) - away(b))[0]?.start ?? null;
}

const Page = memo(function Page({ index, size, scale, document, pane, marks, margin }: {
  index: number;
  size: { width: number; height: number };
  scale: number;
  document: PDFDocumentProxy | null;
  pane: RefObject<HTMLElement | null>;
  marks: PageMarks | undefined;
  margin: PaperView['margin'];
}) {
  const t = useT();
  const sheet = useRef<HTMLDivElement>(null);
  const near = useNear(sheet, pane);
  const name = t('papers.page', { n: index + 1 });
  return (
    <div className={classes.row}>
      <div className={classes.margin} style={{ height: size.height * scale }}>
        {apart(marks?.begins ?? [], NOTE_HEIGHT / scale).map(({ y, keys }) => <span key={`${y} ${keys[0] ?? ''}`} className={classes.note} style={{ top: y * scale }}><MarginNotes keys={keys} margin={margin} /></span>)}
      </div>
      <div ref={sheet} className={classes.page} data-page-number={index + 1} style={{ width: size.width * scale, height: size.height * scale }}>
        {near && document ? <Drawing document={document} index={index} scale={scale} name={name} /> : null}
        {marks?.marks.map((mark) => (
          <span key={`${mark.key} ${mark.y} ${mark.x}`} className={classes.mark} data-passage data-chosen={mark.key === CHOSEN || undefined} data-key={mark.key} style={{ left: mark.x * scale, top: mark.y * scale, width: mark.width * scale, height: mark.height * scale }} />
        ))}
      </div>
      <p className={classes.number} aria-hidden>{index + 1}</p>
    </div>
  );
});

/** One page on a canvas of its own, which is gone with it. */
function Drawing({ document, index, scale, name }: { document: PDFDocumentProxy; index: number; scale: number; name: string }) {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let over = false;
    let task: RenderTask | null = null;
    const draw = async () => {
      const page = await document.getPage(index + 1);
      const surface = canvas.current;
      if (over || !surface) return;
      const viewport = page.getViewport({ scale: scale * window.devicePixelRatio });
      surface.width = Math.floor(viewport.width);
      surface.height = Math.floor(viewport.height);
      task = page.render({ canvas: surface, viewport });
      await task.promise;
      setDrawn(true);
    };
    draw().catch((error: unknown) => {
      // a page that is left before it is drawn is given up on purpose
      if (!over) setFailed(error instanceof Error ? error.message : String(error));
    });
    return () => {
      over = true;
      task?.cancel();
    };
  }, [document, index, scale]);
  if (failed !== null) return <p className={classes.failed} title={failed}>{t('papers.pageFailed')}</p>;
  return <canvas ref={canvas} role="img" aria-label={name} aria-busy={!drawn} className={classes.canvas} />;
}

/** The file, opened while it is shown. */
function usePdf(sha256: string): { document: PDFDocumentProxy | null; failed: string | null } {
  const [pdf, setPdf] = useState<{ document: PDFDocumentProxy | null; failed: string | null }>({ document: null, failed: null });
  useEffect(() => {
    let over = false;
    let close: (() => void) | null = null;
    const open = async () => {
      const { bytes } = await invoke('papers.file', { sha256 });
      const opened = await openPdf(bytes);
      close = opened.close;
      if (over) close();
      else setPdf({ document: opened.document, failed: null });
    };
    open().catch((error: unknown) => {
      if (!over) setPdf({ document: null, failed: sentenceOf(error) });
    });
    return () => {
      over = true;
      setPdf({ document: null, failed: null });
      close?.();
    };
  }, [sha256]);
  return pdf;
}

/** Whether an element is within a screen of what is seen. */
function useNear(element: RefObject<HTMLElement | null>, pane: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { root: pane.current, rootMargin: '100% 0px' });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, pane]);
  return near;
}

/** The width of an element, followed; 0 before it is known. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
