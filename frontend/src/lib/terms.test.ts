import { describe, expect, it } from 'vitest';
import { pieces, termIndex, type Term } from './terms';

function term(code: string, ja: string[], en: string[]): Term {
  const both = { ja: code, en: code };
  return { code, care: both, disability: both, note: both, words: { ja, en } };
}

const TERMS = [
  term('management', ['居宅介護支援', '計画相談支援', '計画相談'], ['care management']),
  term('home_help', ['訪問介護', '居宅介護'], ['home help']),
  term('long_home_help', ['重度訪問介護'], ['home help for severe disability']),
  term('day_care', ['通所介護', '生活介護'], ['day service']),
  term('short_stay', ['短期入所生活介護', 'ショートステイ', '短期入所'], ['short stay']),
  term('rehabilitation', ['自立訓練', '機能訓練'], ['functional training']),
  term('profession', ['ケアマネジャー', 'ケアマネ', '相談支援専門員'], ['care manager']),
  term('forum', ['地域ケア会議', '自立支援協議会', '（自立支援）協議会'], ['community care meeting']),
  term('council_law', ['協議会'], ['council']),
  term('levels', ['障害支援区分'], ['support level']),
  term('assessment', ['アセスメント'], ['assessment']),
  term('independence', ['自立支援'], []),
  term('person', [], []),
];
const SERVICES = [
  { ja: '小規模多機能型居宅介護', en: 'Small multifunctional home' },
  { ja: '短期入所療養介護（介護医療院）', en: 'Short stay with medical care' },
  { ja: '夜間対応型訪問介護', en: 'Night home help' },
  { ja: '自立訓練（機能訓練）', en: 'Functional training' },
  { ja: '居宅介護', en: 'Home help for disabled people' },
  { ja: '社会福祉協議会', en: 'Council of social welfare' },
];
const INDEX = termIndex(TERMS, SERVICES);

/** What is marked, as `word:code`. */
const marked = (text: string) => pieces(text, INDEX).flatMap(({ text: word, term: found }) => (found ? [`${word}:${found.code}`] : []));

describe('words of the glossary in running text', () => {
  it('are marked where they first stand, and the text stays whole', () => {
    const text = 'ケアマネと相談支援専門員が会い、ケアマネが書きます。';
    expect(marked(text)).toEqual(['ケアマネ:profession', '相談支援専門員:profession']);
    expect(pieces(text, INDEX).map((piece) => piece.text).join('')).toBe(text);
    expect(pieces(text, INDEX)[0]).toMatchObject({ text: 'ケアマネ', term: { code: 'profession' } });
  });

  it('the longest is taken, from left to right', () => {
    expect(marked('居宅介護支援と居宅介護')).toEqual(['居宅介護支援:management', '居宅介護:home_help']);
    expect(marked('短期入所生活介護、重度訪問介護')).toEqual(['短期入所生活介護:short_stay', '重度訪問介護:long_home_help']);
    expect(marked('（自立支援）協議会')).toEqual(['（自立支援）協議会:forum']);
    expect(marked('ケアマネジャー')).toEqual(['ケアマネジャー:profession']);
    expect(marked('home help for severe disability or home help')).toEqual(['home help for severe disability:long_home_help', 'home help:home_help']);
  });

  it('none is found inside a longer name of a service', () => {
    for (const name of ['小規模多機能型居宅介護', '短期入所療養介護（介護医療院）', '夜間対応型訪問介護', '社会福祉協議会', 'Short stay with medical care', 'Night home help']) {
      expect(marked(`${name}です`), name).toEqual([]);
      expect(marked(`これは${name}`), name).toEqual([]);
    }
  });

  it('a service that is a word in Japanese is one under its other names', () => {
    expect(marked('自立訓練（機能訓練）')).toEqual(['自立訓練（機能訓練）:rehabilitation']);
    expect(marked('Home help for disabled people goes on.')).toEqual(['Home help for disabled people:home_help']);
  });

  it('none is found inside a compound in kanji', () => {
    for (const text of ['要保護児童対策地域協議会', '生活困窮者自立支援法', '自立支援医療', '特定施設入居者生活介護', '居宅介護支援室']) expect(marked(text), text).toEqual([]);
  });

  it('a usual ending or beginning does not make it another word', () => {
    expect(marked('居宅介護支援事業所')).toEqual(['居宅介護支援:management']);
    expect(marked('訪問介護員')).toEqual(['訪問介護:home_help']);
    expect(marked('障害支援区分認定を受ける')).toEqual(['障害支援区分:levels']);
    expect(marked('他の指定居宅介護支援等の事業')).toEqual(['居宅介護支援:management']);
    expect(marked('県指定居宅介護支援')).toEqual([]);
  });

  it('katakana joins katakana', () => {
    expect(marked('アセスメントシート')).toEqual([]);
    expect(marked('セルフアセスメント')).toEqual([]);
    expect(marked('ケアマネージャ')).toEqual([]);
    expect(marked('ショートステイ・アセスメント')).toEqual(['ショートステイ:short_stay', 'アセスメント:assessment']);
    expect(marked('アセスメント票')).toEqual(['アセスメント:assessment']);
  });

  it('English has borders of words, plurals and capitals', () => {
    expect(marked('Care managers work here.')).toEqual(['Care managers:profession']);
    expect(marked('A care manager\'s work')).toEqual(['care manager:profession']);
    expect(marked('reassessment, self-assessment, councillor, daycare manager')).toEqual([]);
  });

  it('a word in the middle of the other language is found', () => {
    expect(marked('Ask the ケアマネ of the house')).toEqual(['ケアマネ:profession']);
  });

  it('while nothing is loaded, the text is plain', () => {
    expect(pieces('ケアマネ', new Map())).toEqual([{ text: 'ケアマネ' }]);
    expect(pieces('', INDEX)).toEqual([]);
  });
});
