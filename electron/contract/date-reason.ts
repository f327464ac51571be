/**
 * Why a date is refused, as a person reads it. The domain gives its reasons in the import format's own short English
 * (「month 13」); one that this table does not know is shown as it is.
 */
const REASONS: readonly [form: RegExp, ja: (match: RegExpExecArray) => string][] = [
  [/^month (\d+)$/, ([, month]) => `${month}月という月はありません`],
  [/^day (\d+) of (\d+)-0?(\d+)$/, ([, day, year, month]) => `${year}年${month}月に${day}日はありません`],
  [/^quarter (\d+)$/, ([, quarter]) => `第${quarter}四半期という四半期はありません`],
  [/^no such weekday in (\d+)-0?(\d+)$/, ([, year, month]) => `${year}年${month}月にその曜日はありません`],
  [/^era year 0$/, () => '元号の0年はありません'],
  [/^era year and western year disagree/, () => '元号の年と西暦の年が食い違っています'],
  [/^dates disagree/, () => '書かれた日付どうしが食い違っています'],
  [/^range ends/, () => '終わりが始まりより前になっています'],
  [/^no month$/, () => '月がありません'],
];

/** The reason in Japanese. */
export function dateReasonInJapanese(reason: string): string {
  for (const [form, ja] of REASONS) {
    const match = form.exec(reason);
    if (match !== null) return ja(match);
  }
  return reason;
}
