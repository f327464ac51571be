/** Forms for vertical writing (U+FE10–FE19, U+FE30–FE48) and the ordinary ones, in the order of their codes. */
const VERTICAL_SIGNS = '，、。：；！？〖〗…';
const VERTICAL_BRACKETS = '‥—–＿＿（）｛｝〔〕【】《》〈〉「」『』﹅﹆［］';

/** Radicals (U+2E80–2EFF) that producers of PDFs give for the ideographs which look like them; Unicode's equivalents. */
const RADICALS: Record<string, string> = {
  '⺌': '小', '⺍': '小', '⺟': '母', '⺠': '民', '⺡': '水', '⺢': '水', '⺣': '火', '⺨': '犬', '⺩': '王', '⺫': '目', '⺭': '示',
  '⺮': '竹', '⺯': '糸', '⺰': '糸', '⺲': '网', '⺳': '网', '⺵': '网', '⺹': '老', '⺺': '聿', '⺼': '肉', '⺾': '艸', '⺿': '艸', '⻀': '艸', '⻁': '虎',
  '⻂': '衣', '⻃': '西', '⻄': '西', '⻆': '角', '⻊': '足', '⻌': '辶', '⻍': '辶', '⻎': '辶', '⻏': '邑', '⻐': '金', '⻑': '長', '⻒': '長', '⻖': '阜',
  '⻗': '雨', '⻘': '青', '⻝': '食', '⻞': '食', '⻟': '食', '⻡': '首', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻨': '麦', '⻩': '黄', '⻫': '斉',
  '⻭': '歯', '⻯': '竜', '⻱': '亀', '⻲': '亀', '⻳': '亀', '⺒': '巳', '⺓': '幺', '⺔': '彑', '⺕': '彐', '⺗': '心', '⺘': '手', '⺙': '攴', '⺛': '旡', '⺜': '日',
  '⺝': '月', '⺞': '歹', '⺀': '冫', '⺁': '厂', '⺅': '人', '⺆': '冂', '⺈': '刀', '⺉': '刂', '⺊': '卜', '⺋': '卩', '⺎': '兀', '⺏': '尢', '⺐': '尢', '⺑': '尢',
};

/** Bullets of Wingdings and Symbol, which Word writes into the private use area. */
const BULLETS: Record<string, string> = {
  '\uf06c': '●', '\uf06d': '○', '\uf06e': '■', '\uf06f': '□', '\uf071': '❑', '\uf072': '❒', '\uf075': '◆', '\uf076': '❖', '\uf077': '◆', '\uf09f': '・', '\uf0a1': '○',
  '\uf0a7': '■', '\uf0a8': '□', '\uf0b7': '・', '\uf0d8': '➢', '\uf0e0': '→', '\uf0e8': '⇒', '\uf0f0': '⇨', '\uf0fc': '✓', '\uf0fe': '☑', '\uf020': ' ',
};

// eslint-disable-next-line no-control-regex -- codes that stand for no letter are what is looked for
const UNUSUAL = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2027-\u202e\u2060-\u2064\u2329\u232a\u2e80-\u2fdf\u301c\u6236\u6237\ufe10-\ufe1f\ufe30-\ufe4f\uf900-\ufa0d\ufb00-\ufb06\ufeff\uf000-\uf0ff]/g;

/**
 * Gives the ordinary letters for those that producers of PDFs write in their place: forms for vertical writing, radicals,
 * doubles of ideographs, ligatures, bullets of symbol fonts. Invisible signs fall away; half-width kana stay.
 */
export function ordinary(text: string): string {
  return text.replace(UNUSUAL, ordinaryLetter);
}

function ordinaryLetter(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0xf000 && code <= 0xf0ff) return BULLETS[letter] ?? letter;
  if (code >= 0xfe10 && code <= 0xfe19) return VERTICAL_SIGNS[code - 0xfe10] ?? letter;
  if (code >= 0xfe30 && code <= 0xfe48) return VERTICAL_BRACKETS[code - 0xfe30] ?? letter;
  if (code === 0x6236 || code === 0x6237) return '戸';
  if (code === 0x2027) return '・';
  if (code === 0x301c) return '～';
  if (code >= 0x2e80 && code <= 0x2eff) return RADICALS[letter] ?? letter;
  // Codes that are no letters are counted as unreadable; those that only steer what stands beside them are not missed.
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return UNREADABLE;
  if (code === 0xad || (code >= 0x200b && code <= 0x2064) || code === 0xfeff) return '';
  return letter.normalize('NFKC').replace('戶', '戸');
}

/* Stands where a font does not say which letter a code is. */
const UNREADABLE = '\ufffd';

/** How many letters of a text cannot be read: no letter is known for them, or one of the producer's own. */
export function unreadableIn(text: string): number {
  return text.match(/[\ufffd\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/g)?.length ?? 0;
}
