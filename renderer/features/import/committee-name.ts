/**
 * Words that say what a paper is, as they stand at the end of its title: 「審議資料」「資料2」「会議次第」「（案）」
 * 「の検討に当たって」. They follow the name of the body in the form of municipal papers.
 */
const DOCUMENT_WORDS = [
  /[（(](?:素案|原案|案|概要|改訂版?|抜粋)[）)]$/,
  /(?:第[0-9一二三四五六七八九十]+回)?(?:会議)?(?:次第|議事録|議事要旨|会議録|議事概要)$/,
  /(?:第[0-9一二三四五六七八九十]+回)?(?:審議|検討|会議|説明|配[布付]|参考|事務局)?資料(?:[0-9]+(?:-[0-9]+)?)?$/,
  /(?:委員名簿|名簿)$/,
  /(?:の?(?:審議|検討|議論)(?:に当たって|に当たり|にあたって|にあたり)|に(?:ついて|関する))$/,
  /第[0-9一二三四五六七八九十]+回$/,
];
/** What the name of a body ends in; words are taken off only where such a name is left. */
const BODY = /(?:委員会|審議会|検討会|協議会|懇談会|懇話会|研究会|分科会|部会|会議|調査会|推進会)$/;

/**
 * The name to propose for a new committee from its paper's title, without the words that say what the paper is:
 * 「○○市 在り方検討会 審議資料」 → 「○○市 在り方検討会」. The title itself where no name of a body would be left.
 */
export function committeeNameFrom(title: string): string {
  let name = title.trim();
  for (;;) {
    if (BODY.test(name)) return name;
    const words = DOCUMENT_WORDS.find((each) => each.test(name.normalize('NFKC')));
    if (words === undefined) return title;
    // NFKC may change lengths, so the words are taken off what was compared
    name = name.normalize('NFKC').replace(words, '').replace(/[\s・:、－-]+$/, '');
  }
}
