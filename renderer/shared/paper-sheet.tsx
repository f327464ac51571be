import { memo, useMemo, useRef, type CSSProperties, type ReactNode } from 'react';
import type { SourceRange } from '../../electron/contract/recognised.ts';
import { useT } from '../i18n/index.ts';
import { MarginNotes, PassagesPane, type PaperView } from './paper-marks.tsx';
import { paperBlocks, type SheetBlock, type SheetTable } from './paper-blocks.ts';
import { paperLines, type LinePiece } from './paper-lines.ts';
import { useGradually } from './use-gradually.ts';
import type { Style } from './paper-dressing.ts';
import classes from './paper-sheet.module.css';

export type { MarginNote } from './paper-marks.tsx';

/** Blocks that are laid out together: far ones cost the browser nothing until they come near. */
const CHUNK = 40;
/** Chunks drawn at once; a screen of the largest window takes two. */
const AT_ONCE = 3;

/**
 * A paper with line numbers: set as its Markdown form says, or `plain`, character by character. The passage of `active`
 * is marked and brought into view when it changes, that of `hovered` only marked. A passage can be pressed where
 * `onPress` is given.
 */
export function PaperSheet({ text, passages, margin, headings = [], plain = false, ...pointing }: PaperView & {
  text: string;
  headings?: readonly SourceRange[];
  plain?: boolean;
}) {
  const pane = useRef<HTMLDivElement>(null);
  const blocks = useMemo(
    () => (plain ? paperLines(text, passages).map((line): SheetBlock => ({ ...line, kind: 'line', level: 0, page: false })) : paperBlocks(text, passages)),
    [text, passages, plain],
  );
  const headingLines = useMemo(() => linesOf(blocks, headings), [blocks, headings]);
  const chunks = useMemo(() => Array.from({ length: Math.ceil(blocks.length / CHUNK) }, (_, index) => blocks.slice(index * CHUNK, (index + 1) * CHUNK)), [blocks]);
  const goal = passages.find(({ key }) => key === pointing.active);
  const drawn = useGradually(chunks.length, goal ? 1 + chunks.findLastIndex(([first]) => first !== undefined && first.start <= goal.start) : 0, AT_ONCE);
  const shown = useMemo(() => chunks.slice(0, drawn), [chunks, drawn]);
  const last = blocks.at(-1)?.number ?? 0;

  return (
    <PassagesPane pane={pane} drawn={shown} {...pointing}>
      <div className={classes.sheet} data-plain={plain || undefined} style={{ '--digits': `${String(last).length}ch` } as CSSProperties}>
        {shown.map((chunk) => <Chunk key={chunk[0]?.number} blocks={chunk} margin={margin} headingLines={headingLines} />)}
      </div>
    </PassagesPane>
  );
}

/** Numbers of the blocks in which the ranges begin. */
function linesOf(blocks: readonly SheetBlock[], ranges: readonly SourceRange[]): ReadonlySet<number> {
  const starts = ranges.map((range) => range.start).sort((a, b) => a - b);
  const numbers = new Set<number>();
  let at = 0;
  for (const start of starts) {
    while (at + 1 < blocks.length && (blocks[at + 1]?.start ?? Infinity) <= start) at += 1;
    numbers.add(blocks[at]?.number ?? 0);
  }
  return numbers;
}

const isBlank = (block: SheetBlock) => block.kind === 'line' && block.pieces.length === 0;
const heightOf = (block: SheetBlock) => (isBlank(block) ? 0.4 : block.kind === 'line' ? 1 : block.rows.length * 1.4);

const Chunk = memo(function Chunk({ blocks, margin, headingLines }: { blocks: readonly SheetBlock[]; margin: PaperView['margin']; headingLines: ReadonlySet<number> }) {
  const lines = blocks.reduce((sum, block) => sum + heightOf(block), 0);
  return (
    <div className={classes.chunk} style={{ containIntrinsicSize: `auto ${Math.round(lines * 30)}px` }}>
      {blocks.map((block) => (
        <div key={block.number} className={classes.line} data-start={block.kind === 'line' ? block.start : undefined} data-blank={isBlank(block) || undefined} data-heading={headingLines.has(block.number) || undefined} data-level={(block.kind === 'line' && block.level) || undefined} data-page={block.page || undefined}>
          <span className={classes.number} aria-hidden>{block.number}</span>
          {block.kind === 'line' ? (
            <>
              <span className={classes.margin}><MarginNotes keys={block.begins} margin={margin} /></span>
              <span className={classes.text}><Pieces pieces={block.pieces} /></span>
            </>
          ) : <Table table={block} margin={margin} />}
        </div>
      ))}
    </div>
  );
});

function Table({ table, margin }: { table: SheetTable; margin: PaperView['margin'] }) {
  return (
    <div className={classes.table}>
      <table>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.cells[0]?.start ?? row.number}>
              {row.cells.map((cell) => {
                // a corner without words heads nothing
                const Cell = cell.header && cell.pieces.length > 0 ? 'th' : 'td';
                return (
                  <Cell key={cell.start} data-start={cell.start} colSpan={cell.colSpan} rowSpan={cell.rowSpan} scope={Cell === 'th' ? 'col' : undefined} data-header={cell.header || undefined}>
                    <span className={classes.inCell}><MarginNotes keys={cell.begins} margin={margin} /></span>
                    <Pieces pieces={cell.pieces} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pieces({ pieces }: { pieces: readonly LinePiece[] }) {
  return pieces.map((piece) => {
    const dressed = piece.styles ? <Styled styles={piece.styles}>{piece.text}</Styled> : piece.text;
    return piece.key === null && !piece.styles ? piece.text : piece.key === null ? <span key={piece.start}>{dressed}</span> : <span key={piece.start} className={classes.passage} data-passage data-key={piece.key}>{dressed}</span>;
  });
}

/** Text in its styles; what was put in or struck out says so in words to those who do not see it. */
function Styled({ styles, children }: { styles: readonly Style[]; children: string }) {
  const t = useT();
  let shown: ReactNode = children;
  if (styles.includes('strong')) shown = <b>{shown}</b>;
  if (styles.includes('above')) shown = <sup>{shown}</sup>;
  if (styles.includes('below')) shown = <sub>{shown}</sub>;
  if (styles.includes('reading')) shown = <span className={classes.reading}>{shown}</span>;
  if (styles.includes('hidden')) shown = <span className={classes.hidden} title={t('papers.hidden')}><span className="visually-hidden">{t('papers.hidden')}</span>{shown}</span>;
  if (styles.includes('inserted')) shown = <ins><span className="visually-hidden">{t('papers.inserted')}</span>{shown}</ins>;
  if (styles.includes('deleted')) shown = <del><span className="visually-hidden">{t('papers.deleted')}</span>{shown}</del>;
  return shown;
}
