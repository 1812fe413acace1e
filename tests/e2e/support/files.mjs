/** Files we write for the import: rows in the official layout with faults, and a list no one has seen before. */

const KAIGO = [
  '都道府県コード又は市区町村コード', 'No', '都道府県名', '市区町村名', '事業所名', '事業所名カナ', 'サービスの種類', '住所',
  '方書（ビル名等）', '緯度', '経度', '電話番号', 'FAX番号', '法人番号', '法人の名称', '事業所番号', '利用可能曜日',
  '利用可能曜日特記事項', '定員', 'URL', '高齢者の方と障害者の方が同時一体的に利用できるサービス',
  '介護保険の通常の指定基準を満たしている', '障害福祉の通常の指定基準を満たしている', '備考',
];

/** A municipality code with its check digit, as the official files write it. */
function withCheckDigit(code) {
  const sum = [...code].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return code + String((11 - (sum % 11)) % 10);
}

const csv = (rows) => Buffer.from(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);

/** One good row (line 2), one without a name (line 3), one of a service nobody knows (line 4). */
export function brokenKaigo({ town, position, name }) {
  const row = (values) => KAIGO.map((header) => values[header] ?? '');
  const common = {
    都道府県コード又は市区町村コード: withCheckDigit(town.code), 都道府県名: '星見県', 市区町村名: town.name,
    サービスの種類: '居宅介護支援', 緯度: position.lat, 経度: position.lon, 住所: `星見県${town.name}本町一丁目２番３号`,
  };
  const number = (last) => ({ No: `489990001${last}`, 事業所番号: `489990001${last}` });
  return {
    name: 'jigyosho_430.csv',
    mimeType: 'text/csv',
    buffer: csv([
      KAIGO,
      row({ ...common, ...number(1), 事業所名: name, 事業所名カナ: 'ホウキボシケアプラン', 電話番号: '０９９－０００－１２３４', 法人の名称: '社会福祉法人ほうき星', 利用可能曜日: '平日' }),
      row({ ...common, ...number(2), 電話番号: '099-000-2222' }),
      row({ ...common, ...number(3), 事業所名: 'ふしぎな事業所', サービスの種類: 'まほうのサービス' }),
    ]),
  };
}

/** A municipal list with headers of its own: nothing to recognise it by. */
export function unknownList({ town, name }) {
  return {
    name: '見守り協力店.csv',
    mimeType: 'text/csv',
    buffer: csv([
      ['店の呼び名', '場所', 'れんらく先', 'ひとこと'],
      [name, `星見県${town.name}本町２丁目３`, '099-000-4444', '買い物のついでにどうぞ'],
      [`${name}二号店`, `星見県${town.name}本町２丁目４`, '099-000-5555', ''],
    ]),
  };
}

/** Not a table at all. */
export const noise = {
  name: 'photo.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)),
};
