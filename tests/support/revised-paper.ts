/**
 * A working paper of an invented city, written anew by chance, and its next version with some of its lines changed in
 * the ways offices change them. Each line keeps its key, so that where it belongs in the new version is known.
 */

/** A line of the paper; `key` is null for what is not a record (headings, white space). */
export type PaperLine = { key: string | null; text: string; section: number };
/** What was done to a line. */
export type Edit = 'words' | 'delete' | 'insert' | 'move' | 'wrap' | 'rewrite';

type Random = () => number;

const THINGS = '窓口の案内 相談の受付 出張所の建物 地域の見守り 自治会の役員 職員の研修 予算の配分 施設の予約 申請の手続 災害時の連絡 広報紙の配布 子育ての支援 学校の体育館 公園の管理 道路の補修 図書の貸出し 高齢者の移動 外国人住民への説明 商店街のにぎわい 空き家の把握'.split(' ');
const PLACES = ['区ごとに', '本庁と出先の間で', '平日の昼間に', '山間の地区では', '転入の多い春先に', '地域の会合を通じて', '民間の団体と', '', '', ''];
const STATES = ['が十分に知られていない', 'の進め方が担当者によって違う', 'に時間がかかりすぎている', 'を担う人が減っている', 'の費用が年々増えている', 'の記録が残されていない', 'を一か所で済ませられない', 'について市民の声を聞く場がない'];
const TAILS = ['。', '。', 'ため、利用が一部の人に限られている。', 'ことから、見直しを求める意見が多い。', '（前年度の調査による）。', '状態が続いており、早めの対応が要る。'];
const WAYS = ['を毎月開く', 'を地元の団体に任せる', 'を電子化し、夜間も受け付ける', 'を区長の権限とする', 'に専任の職員を置く', 'を図書館と同じ建物に移す', 'の手引を作り、全戸に配る'];
const CITIES = ['白峰市', '東浜市', 'みなも市', '月ヶ丘市', '風見市', '湖東台市'];
const VIEWS = ['を身近な所で済ませられるようにする', 'を市民とともに考える', 'の費用と効果を見て決める', 'をだれもが等しく使えるようにする'];

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // never empty
const whole = (random: Random, below: number): number => Math.floor(random() * below);

const sentences: Record<'viewpoint' | 'issue' | 'example', (random: Random) => string> = {
  viewpoint: (random) => `${pick(random, THINGS)}${pick(random, VIEWS)}`,
  issue: (random) => `${pick(random, PLACES)}${pick(random, THINGS)}${pick(random, STATES)}${pick(random, TAILS)}`,
  example: (random) => `${pick(random, PLACES)}${pick(random, THINGS)}${pick(random, WAYS)}（${pick(random, CITIES)}${random() < 0.3 ? `・${pick(random, CITIES)}` : ''}）`,
};
const HEADINGS = { viewpoint: '【基本視点】', issue: '【課題】', example: '【他都市の取組】' } as const;
const KINDS = ['viewpoint', 'issue', 'example'] as const;
const MARKERS = Array.from('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');

type Section = { item: number; kind: keyof typeof HEADINGS };
export type GeneratedPaper = { items: string[]; sections: Section[]; lines: { key: string; section: number; text: string; wrapAt: number | null }[] };

/** A paper of `items` items with `points` lines a section; no two lines are the same. */
export function writePaper(random: Random, items: number, points: number): GeneratedPaper {
  const titles = Array.from({ length: items }, (_, i) => `${THINGS[(i * 7 + whole(random, 3)) % THINGS.length] ?? ''}の在り方について`);
  const sections = titles.flatMap((_, item) => KINDS.map((kind): Section => ({ item, kind })));
  const said = new Set<string>();
  const lines = sections.flatMap(({ kind }, section) => Array.from({ length: points }, (_, i) => {
    let text = sentences[kind](random);
    while (said.has(text)) text = sentences[kind](random);
    said.add(text);
    return { key: `${section}.${i}`, section, text, wrapAt: null };
  }));
  return { items: titles, sections, lines };
}

/** The paper as Markdown, and where each line stands in it. */
export function print({ items, sections, lines }: GeneratedPaper): { text: string; placeOf: Map<string, { start: number; end: number }> } {
  const placeOf = new Map<string, { start: number; end: number }>();
  let text = `# 支所の在り方の検討に当たって\n\n## 1. 審議事項\n\n${items.map((title, i) => `- (${i + 1}) ${title}\n`).join('')}\n## 2. 検討の整理\n\n`;
  sections.forEach(({ item, kind }, section) => {
    if (kind === 'viewpoint') text += `### (${item + 1}) ${items[item] ?? ''}\n\n`;
    text += `#### ${HEADINGS[kind]}\n\n`;
    lines.filter((line) => line.section === section).forEach((line, i) => {
      const said = line.wrapAt === null ? line.text : `${line.text.slice(0, line.wrapAt)}\n${line.text.slice(line.wrapAt)}`;
      text += `- ${MARKERS[i] ?? ''}`;
      placeOf.set(line.key, { start: text.length, end: text.length + said.length });
      text += `${said}\n`;
    });
    text += '\n';
  });
  return { text, placeOf };
}

/** The next version: a share of the lines changed. Markers number themselves anew. @returns what was done to which line */
export function revise(random: Random, paper: GeneratedPaper, share: number): { paper: GeneratedPaper; edits: Map<string, Edit> } {
  const edits = new Map<string, Edit>();
  let lines = [...paper.lines];
  const count = Math.round(lines.length * share);
  const shuffled = lines.map((line) => ({ line, by: random() })).toSorted((a, b) => a.by - b.by).map(({ line }) => line);
  for (const [n, { key }] of shuffled.slice(0, count).entries()) {
    const at = lines.findIndex((line) => line.key === key);
    const line = lines[at];
    if (line === undefined) continue;
    const edit = pick(random, ['words', 'words', 'words', 'words', 'delete', 'delete', 'insert', 'insert', 'move', 'move', 'wrap'] as const);
    edits.set(key, edit);
    if (edit === 'words') lines[at] = { ...line, text: withOtherWords(random, line.text) };
    else if (edit === 'delete') lines.splice(at, 1);
    else if (edit === 'wrap') lines[at] = { ...line, wrapAt: 4 + whole(random, Math.max(1, line.text.length - 6)) };
    else if (edit === 'insert') {
      const kind = paper.sections[line.section]?.kind ?? 'issue';
      let text = sentences[kind](random);
      while (lines.some((other) => other.text === text) || paper.lines.some((other) => other.text === text)) text = sentences[kind](random);
      lines.splice(at, 0, { key: `new ${n}`, section: line.section, text, wrapAt: null });
    } else {
      lines = moved(random, lines, at, paper.sections);
    }
  }
  return { paper: { ...paper, lines }, edits };
}

/** A block of one to three lines put elsewhere: among its own, or under another item's heading of the same kind. */
function moved(random: Random, lines: GeneratedPaper['lines'], at: number, sections: readonly Section[]): GeneratedPaper['lines'] {
  const from = lines[at]?.section ?? 0;
  const block = lines.slice(at, at + 1 + whole(random, 3)).filter(({ section }) => section === from);
  const rest = lines.filter((line) => !block.includes(line));
  const to = pick(random, sections.flatMap(({ kind }, i) => (kind === sections[from]?.kind ? [i] : [])));
  const targets = rest.flatMap((line, i) => (line.section === to ? [i] : []));
  const place = targets.length === 0 ? rest.length : pick(random, targets);
  return rest.toSpliced(place, 0, ...block.map((line) => ({ ...line, section: to })));
}

/** The sentence with a word or two said otherwise, as a careful reader would have it. */
function withOtherWords(random: Random, text: string): string {
  const swaps: [string, string][] = [
    ['十分に', 'まだ広くは'], ['担当者', '部署'], ['時間', '日数'], ['減って', '少なくなって'], ['年々', 'この五年で'], ['一か所で', '近くで'], ['市民', '住民'],
    ['毎月', '四半期ごとに'], ['地元の団体', '住民の組織'], ['専任の', '経験のある'], ['電子化し', 'オンラインとし'], ['身近な', '最寄りの'], ['等しく', '同じように'],
    ['求める', '望む'], ['一部の人', '限られた世代'], ['早めの', '来年度中の'], ['前年度', '令和6年度'], ['手引', '冊子'], ['図書館', '公民館'], ['区長', '支所長'], ['費用', '経費'], ['記録', '経過'],
  ];
  const fitting = swaps.filter(([from]) => text.includes(from));
  if (fitting.length === 0 || random() < 0.25) {
    const at = Math.max(1, Math.floor(text.length / 3));
    return `${text.slice(0, at)}${pick(random, ['、今後は', '、特に', '等'])}${text.slice(at)}`;
  }
  const [from, to] = pick(random, fitting);
  return text.replace(from, to);
}
