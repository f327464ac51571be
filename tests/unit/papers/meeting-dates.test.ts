// The papers below are of invented cities.
import { describe, expect, it } from 'vitest';
import { redateMeeting } from '../../../electron/contract/preview/redate-meeting.ts';
import { rowsFromRecognised } from '../../../electron/contract/preview/rows-from-recognised.ts';
import { countPreview } from '../../../electron/contract/preview/preview.ts';
import { acceptedOthers } from '../../../electron/contract/preview/accepted-rows.ts';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';

const paper = (lines: readonly string[], front = '') => recognisePaper(`${front}\n\n2 スケジュール\n\n${lines.join('\n')}\n`);
const dates = (lines: readonly string[], front = '') => paper(lines, front).meetings.map(({ start, flag, doubt }) => [start, flag ?? null, doubt ?? null]);

describe('the dates of meetings', () => {
  it('takes a year from the list, says so of each, and doubts it once a year', () => {
    expect(dates(['第1回 令和6年10月8日', '第2回 11月5日', '第3回 12月3日', '第4回 2月4日', '第5回 3月4日'])).toEqual([
      ['2024-10-08', null, null], ['2024-11-05', 'year-from-context', 'year-from-context'], ['2024-12-03', 'year-from-context', null],
      ['2025-02-04', 'year-from-context', 'year-from-context'], ['2025-03-04', 'year-from-context', null],
    ]);
  });

  it('takes each row of a list of dates for its own, though the row above is as full as a line that goes on', () => {
    const { meetings } = recognisePaper([
      '岬台市公民館検討委員会資料', '', '第１　検討の趣旨', '　公民館の利用者は十年で三割減り、施設の更新の時期も近づいているた', 'め、支所との役割の分担を含めて、これからの在り方を検討することとし', 'た。検討に当たっては、利用者の声を聴き、他の都市の例も参考とする。', '',
      '第２　検討の日程', '　令和６年度の検討は、おおむね次のとおり進める。', '　８月下旬　　　　　第２回検討委員会　窓口機能と貸館機能の見直し', '　９月中旬～下旬　　利用者アンケート　全１２館の来館者を対象に実施', '　１０月下旬　　　　第３回検討委員会　貸館機能の検討、アンケート結果', '　令和７年２月　　　第４回検討委員会　中間報告（案）の取りまとめ', '',
    ].join('\n'));
    expect(meetings.map(({ label, start }) => [label, start])).toEqual([['第２回検討委員会', '2024-08-21'], ['利用者アンケート', '2024-09-11'], ['第３回検討委員会', '2024-10-21'], ['第４回検討委員会', '2025-02-01']]);
  });

  it('takes 内容 beside 備考 for the name of a row, and the remark for what is said of it', () => {
    const table = '| 時期 | 内容 | 備考 |\n| --- | --- | --- |\n| 令和6年10月上旬 | パブリックコメント | 各支所で閲覧 |\n| 令和6年12月3日 | 第5回検討会 | 案の決定 |\n';
    const { meetings } = recognisePaper(`峰越市支所再編方針の概要\n\n1 日程\n\n${table}`, { kind: 'summary' });
    expect(meetings.map(({ label, topics }) => [label, topics])).toEqual([['パブリックコメント', '各支所で閲覧'], ['第5回検討会', '案の決定']]);
  });

  it('flags a weekday that is another day’s, with the year written or taken', () => {
    expect(dates(['第1回 令和6年10月8日（水）', '第2回 11月5日（火）', '第3回 12月3日（金）'])).toEqual([
      ['2024-10-08', 'weekday-mismatch', 'weekday-mismatch'], ['2024-11-05', 'year-from-context', 'year-from-context'], ['2024-12-03', 'weekday-mismatch', 'weekday-mismatch'],
    ]);
  });

  it('flags an era that was over, and doubts a date whose year nothing tells', () => {
    expect(dates(['第1回 平成40年4月10日'])).toEqual([['2028-04-10', 'era-overrun', 'era-overrun']]);
    expect(dates(['第1回 5月14日', '第2回 6月18日'])).toEqual([[null, null, 'year-unknown'], [null, null, 'year-unknown']]);
  });

  it('says the same of the rows of a table', () => {
    expect(dates(['回\t開催日\t議題', '第1回\t令和6年10月8日（火）\t諮問', '第2回\t11月5日（水）\t窓口'])).toEqual([['2024-10-08', null, null], ['2024-11-05', 'weekday-mismatch', 'weekday-mismatch']]);
  });

  it('brings flag and doubt to the preview, counts the doubts and sends the flag', () => {
    const preview = rowsFromRecognised(paper(['第1回 令和6年10月8日（水）', '第2回 11月5日']));
    expect(preview.meetings.map(({ flag, doubt }) => [flag, doubt])).toEqual([['weekday-mismatch', 'weekday-mismatch'], ['year-from-context', 'year-from-context']]);
    expect(countPreview(preview).doubts).toBe(2);
    expect(acceptedOthers(preview).meetings.map((meeting) => [meeting.flag, 'doubt' in meeting])).toEqual([['weekday-mismatch', false], ['year-from-context', false]]);
  });
});

describe('a meeting dated anew in the preview', () => {
  const { meetings } = rowsFromRecognised(paper(['第1回 令和6年10月8日（水）', '第2回 11月5日', '第3回 令和6年12月3日']));
  const redated = (at: number, dateRaw: string) => {
    const meeting = meetings[at];
    if (!meeting) throw new Error(`no meeting ${at}`);
    const { start, precision, flag, doubt } = redateMeeting(meeting, dateRaw, meetings);
    return [start, precision, flag, doubt];
  };

  it('is settled by a date that contradicts nothing', () => {
    expect(redated(0, '令和6年10月8日（火）')).toEqual(['2024-10-08', 'day', null, null]);
    expect(redated(1, '11月12日（火）')).toEqual(['2024-11-12', 'day', 'year-from-context', null]);
    expect(redated(2, '1月中旬')).toEqual(['2025-01-11', 'part-of-month', 'year-from-context', null]);
  });

  it('is doubted anew by one that does, and loses its days where the text is no date', () => {
    expect(redated(0, '令和6年10月9日（火）')).toEqual(['2024-10-09', 'day', 'weekday-mismatch', 'weekday-mismatch']);
    expect(redated(0, '令和6年13月9日')).toEqual([null, 'invalid', null, null]);
    expect(redated(0, '未定')).toEqual([null, 'none', null, null]);
  });
});
