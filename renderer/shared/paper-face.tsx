import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import type { PaperLayout } from '../../electron/contract/papers.ts';
import type { SourceRange } from '../../electron/contract/recognised.ts';
import { useScreenCommands } from '../app/commands.ts';
import { useViewMemory } from '../app/preferences.ts';
import { useT } from '../i18n/index.ts';
import { isDressed } from './paper-blocks.ts';
import type { PaperView } from './paper-marks.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import classes from './paper-face.module.css';

const PdfPages = lazy(() => import('./pdf-pages.tsx'));
const ZOOMS = [0.6, 0.8, 1, 1.25, 1.5, 2, 3];

/**
 * A paper as it is: a PDF's pages as pages, any other set as its form says; or, at the switch 紙面/文字, its text
 * character by character. The choice is remembered; where both would look the same there is no switch.
 */
export function PaperFace({ sha256, text, layout, headings, ...view }: PaperView & { sha256: string; text: string; layout: PaperLayout | null; headings?: readonly SourceRange[] }) {
  const t = useT();
  const [kept, setFace] = useViewMemory('papers.face', 'sheet');
  const [zoom, setZoom] = useViewMemory('papers.zoom', 1);
  const paged = layout !== null && layout.pages.length > 0;
  const twofold = useMemo(() => paged || isDressed(text), [paged, text]);
  const plain = !twofold || kept === 'text';
  const pages = paged && !plain;
  const step = (by: number) => setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.findIndex((each) => each >= zoom) + by))] ?? 1);
  useScreenCommands([
    { id: 'papers.face', label: t(plain ? 'papers.showSheet' : 'papers.showText'), keys: 'mod+shift+l', run: () => setFace(plain ? 'sheet' : 'text'), disabled: !twofold },
  ]);
  return (
    <div className={classes.face}>
      {twofold ? (
        <div className={classes.bar}>
          <SegmentedControl size="xs" aria-label={t('papers.face')} value={plain ? 'text' : 'sheet'} onChange={setFace} data={[{ value: 'sheet', label: t('papers.sheetFace') }, { value: 'text', label: t('papers.textFace') }]} />
          {pages ? (
            <span className={classes.zoom}>
              <button type="button" className="quiet" aria-label={t('papers.smaller')} disabled={zoom <= (ZOOMS[0] ?? 0)} onClick={() => step(-1)}>－</button>
              <button type="button" className="quiet" title={t('papers.fitWidth')} onClick={() => setZoom(1)}>{Math.round(zoom * 100)}%</button>
              <button type="button" className="quiet" aria-label={t('papers.larger')} disabled={zoom >= (ZOOMS.at(-1) ?? 0)} onClick={() => step(1)}>＋</button>
              <span className={classes.soft}>{t('papers.pageCount', { n: layout.pages.length })}</span>
            </span>
          ) : null}
        </div>
      ) : null}
      <div className={classes.paper}>
        {pages ? (
          <Suspense fallback={null}><PdfPages sha256={sha256} layout={layout} zoom={zoom} {...view} /></Suspense>
        ) : (
          <PaperSheet text={text} plain={plain} {...(headings ? { headings } : {})} {...view} />
        )}
      </div>
    </div>
  );
}
