// The tables below are of invented cities.
import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../electron/services/papers/files/csv/read-csv.ts';
import { recognisePaper } from '../../../../electron/services/papers/recognise-paper.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'table.csv') => readCsv(name, utf8(text), () => {});
const lines = (text: string, name?: string) => read(text, name).text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^\|(?: --- \|)+$/.test(line));

describe('a table kept as text', () => {
  it('reads quotes, and commas, quotes and line ends within them', () => {
    expect(lines('番号,意見\r\n1,"窓口が遠い。\r\nバス, 電車がない。"\r\n2,"「""早く""」と言われた"\r\n')).toEqual(['| 番号 | 意見 |', '| 1 | 窓口が遠い。<br>バス, 電車がない。 |', '| 2 | 「"早く"」と言われた |']);
  });

  it.each([['UTF-8', '\ufeff'], ['Shift_JIS', ''], ['EUC-JP', '']] as const)('reads %s, with and without a byte order mark', (encoding, mark) => {
    const text = `${mark}氏名,所属\nさくら 花子,あおぞら大学\n`;
    const bytes = encoding === 'UTF-8' ? utf8(text) : Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to: encoding === 'EUC-JP' ? 'EUCJP' : 'SJIS' }));
    const paper = readCsv('members.csv', bytes, () => {});
    expect(paper.encoding).toBe(`CSV（${encoding}）`);
    expect(paper.text).toBe('| 氏名 | 所属 |\n| --- | --- |\n| さくら 花子 | あおぞら大学 |\n');
  });

  it('tells the separator by the rows it gives', () => {
    expect(lines('a;b;c\n1,5;2;3\n4;5,5;6')).toEqual(['| a | b | c |', '| 1,5 | 2 | 3 |', '| 4 | 5,5 | 6 |']);
    expect(lines('a\tb\n1,2,3\t4', 'x.tsv')).toEqual(['| a | b |', '| 1,2,3 | 4 |']);
    expect(lines('sep=;\na;b,c\n1;2,3')).toEqual(['| a | b,c |', '| 1 | 2,3 |']);
    expect(read('a\tb\n1\t2').encoding).toBe('TSV（UTF-8）');
  });

  it('fills short rows, and leaves columns out that are empty', () => {
    expect(lines('a,,b\n1\n1,,2,3')).toEqual(['| a | b |  |', '| 1 |  |  |', '| 1 | 2 | 3 |']);
  });

  it('reads one column as lines, and a title above a table as a line', () => {
    expect(lines('意見の一覧\n窓口が遠い\n待ち時間が長い')).toEqual(['意見の一覧', '窓口が遠い', '待ち時間が長い']);
    expect(lines('委員名簿,,\n,,\n氏名,役職,所属\n青山 一郎,会長,大学\n※敬称略,,')).toEqual(['委員名簿', '| 氏名 | 役職 | 所属 |', '| 青山 一郎 | 会長 | 大学 |', '※敬称略']);
  });

  it('takes a quote that never closes for a character, and loses no row behind it', () => {
    expect(lines('a,b\n"1,2\n3,4\n5,6')).toEqual(['| a | b |', '| "1 | 2 |', '| 3 | 4 |', '| 5 | 6 |']);
    expect(lines('a,b\n5" pipe,"x" y')).toEqual(['| a | b |', '| 5" pipe | x y |']);
  });

  it('reads the meetings, members and indicators of such tables', () => {
    const members = recognisePaper(read('氏名,役職,所属\n青山 一郎,会長,あおぞら大学\n緑川 花,副会長,市民公募\n').text).members;
    expect(members.map(({ name, role, affiliation }) => [name, role, affiliation])).toEqual([['青山 一郎', '会長', 'あおぞら大学'], ['緑川 花', '副会長', '市民公募']]);
    const kpis = recognisePaper(read('指標,基準値(R4),R5,目標値(R8)\n窓口に満足した人の割合,51.2%,54%,65%\n').text).kpis;
    expect(kpis).toMatchObject([{ name: '窓口に満足した人の割合', base: { value: 51.2, unit: '%' }, values: { R5: 54 }, target: { value: 65 } }]);
    const meetings = recognisePaper(read('回,開催日,議題\n第1回,令和7年5月1日,諮問\n第2回,6月3日,窓口の在り方\n').text).meetings;
    expect(meetings.map(({ label, start }) => [label, start])).toEqual([['第1回', '2025-05-01'], ['第2回', '2025-06-03']]);
  });

  it('refuses an empty file', () => {
    expect(() => read('')).toThrow(expect.objectContaining({ code: 'paper-empty' }));
    expect(() => read(' \n')).toThrow(expect.objectContaining({ code: 'paper-empty' }));
  });
});
