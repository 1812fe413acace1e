const BODIES =
  /(?:一般|公益|特例)?(?:社団|財団)法人|(?:社会|特定)医療法人(?:社団|財団)?|医療法人(?:社団|財団)?|社会福祉法人|特定非営利活動法人|認定NPO法人|NPO法人|学校法人|宗教法人|独立行政法人|地方独立行政法人|株式会社|有限会社|合同会社|合資会社|合名会社|生活協同組合|農業協同組合|[(（][株有合同社福医NPO特非]+[)）]|[㈱㈲]/g;
const KINDS =
  /(?:指定)?(?:居宅介護支援事業所|居宅介護支援事業者|介護予防支援事業所|相談支援事業所|訪問看護ステーション|訪問介護事業所|事業所)$/;
/** Letters a name on the graph may have. */
const MOST = 14;

/**
 * A name short enough for a drawing: without the form of the body, then without the kind of office where something is
 * left, then cut. What it stands for is told in full beside the drawing.
 */
export function shortName(name: string): string {
  const plain = name.normalize('NFKC').replaceAll(BODIES, '').replaceAll(/\s+/g, ' ').trim() || name;
  const bare = [...plain].length > MOST ? plain.replace(KINDS, '').trim() : plain;
  const letters = [...([...bare].length >= 2 ? bare : plain)];
  return letters.length > MOST ? `${letters.slice(0, MOST - 1).join('')}…` : letters.join('');
}
