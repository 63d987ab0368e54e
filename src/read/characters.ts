/**
 * CJK radicals that text layers hold in place of the characters they look like
 * (⻓ for 长, ⺠ for 民), with the ideograph each stands for.
 *
 * Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt. One entry
 * differs: U+2F3E ⼾ becomes 户, the form that simplified text prints, where
 * NFKC gives 戶.
 */
const radicals = new Map<string, string>(
  Array.from(
    '⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户'.match(
      /../gu,
    ) ?? [],
    (pair) => {
      const [radical = '', character = ''] = Array.from(pair);
      return [radical, character] as const;
    },
  ),
);

const isRadical = /[⺀-⿕]/;
/** White space, zero-width characters, direction marks and the byte order mark: nothing a reader sees. */
const unseen = /[\p{White_Space}\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu;

/** The characters that a reader of the page sees: radicals become the characters they stand for (before any NFKC, which gets some wrong). */
export function seenCharacters(text: string): string {
  const replaced = isRadical.test(text) ? Array.from(text, (c) => radicals.get(c) ?? (/[⼀-⿕]/.test(c) ? c.normalize('NFKC') : c)).join('') : text;
  return replaced.replace(unseen, '');
}
