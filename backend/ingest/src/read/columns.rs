//! Which header stands for which field, for every office file we know.

use crate::header::Header;

/// Fields of an office row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Key,
    Code,
    Prefecture,
    City,
    Name,
    Kana,
    Service,
    Kind,
    Number,
    PostalCode,
    Address,
    Town,
    Block,
    Building,
    Lat,
    Lon,
    Phone,
    Fax,
    Url,
    Email,
    Capacity,
    OrgName,
    OrgKana,
    OrgNumber,
    OrgCity,
    OrgAddress,
    OrgPhone,
    OrgFax,
    OrgUrl,
    Days,
    DaysRemarks,
    OpenFrom,
    OpenTo,
    Weekday,
    Saturday,
    Sunday,
    Holiday,
    Closed,
    Remarks,
    Kyosei,
    KyoseiKind,
}

const COUNT: usize = Field::KyoseiKind as usize + 1;

type Names = (Field, &'static [&'static str]);

/// 介護サービス情報公表システム.
pub(crate) const KAIGO: &[Names] = &[
    (Field::Key, &["No"]),
    (Field::Code, &["都道府県コード又は市町村コード", "都道府県コード又は市区町村コード"]),
    (Field::Prefecture, &["都道府県名"]),
    (Field::City, &["市区町村名"]),
    (Field::Name, &["事業所名"]),
    (Field::Kana, &["事業所名カナ"]),
    (Field::Service, &["サービスの種類"]),
    (Field::Address, &["住所"]),
    (Field::Building, &["方書（ビル名等）"]),
    (Field::Lat, &["緯度"]),
    (Field::Lon, &["経度"]),
    (Field::Phone, &["電話番号"]),
    (Field::Fax, &["FAX番号"]),
    (Field::OrgNumber, &["法人番号"]),
    (Field::OrgName, &["法人の名称"]),
    (Field::Number, &["事業所番号"]),
    (Field::Days, &["利用可能曜日"]),
    (Field::DaysRemarks, &["利用可能曜日特記事項"]),
    (Field::Capacity, &["定員"]),
    (Field::Url, &["URL"]),
    (Field::Kyosei, &["高齢者の方と障害者の方が同時一体的に利用できるサービス"]),
    (Field::KyoseiKind, &["障害福祉の通常の指定基準を満たしている"]),
    (Field::Remarks, &["備考"]),
];

/// WAM NET. The code column names the designating body and is not read as the place.
pub(crate) const WAMNET: &[Names] = &[
    (Field::Key, &["NO"]),
    (Field::City, &["事業所住所（市区町村）"]),
    (Field::Name, &["事業所の名称"]),
    (Field::Kana, &["事業所の名称_かな"]),
    (Field::Service, &["サービス種別"]),
    (Field::Address, &["事業所住所（番地以降）"]),
    (Field::Lat, &["事業所緯度"]),
    (Field::Lon, &["事業所経度"]),
    (Field::Phone, &["事業所電話番号"]),
    (Field::Fax, &["事業所FAX番号"]),
    (Field::Url, &["事業所URL"]),
    (Field::Number, &["事業所番号"]),
    (Field::OrgName, &["法人の名称"]),
    (Field::OrgKana, &["法人の名称_かな"]),
    (Field::OrgNumber, &["法人番号"]),
    (Field::OrgCity, &["法人住所（市区町村）"]),
    (Field::OrgAddress, &["法人住所（番地以降）"]),
    (Field::OrgPhone, &["法人電話番号"]),
    (Field::OrgFax, &["法人FAX番号"]),
    (Field::OrgUrl, &["法人URL"]),
    (Field::Weekday, &["利用可能な時間帯（平日）"]),
    (Field::Saturday, &["利用可能な時間帯（土曜）"]),
    (Field::Sunday, &["利用可能な時間帯（日曜）"]),
    (Field::Holiday, &["利用可能な時間帯（祝日）"]),
    (Field::Closed, &["定休日"]),
    (Field::DaysRemarks, &["利用可能曜日特記事項（留意事項）"]),
    (Field::Capacity, &["定員"]),
];

/// 自治体標準オープンデータセット, old and new headers, and what municipalities call their columns beside them.
pub(crate) const OFFICE: &[Names] = &[
    (Field::Key, &["ID", "NO", "番号", "No.", "連番"]),
    (
        Field::Code,
        &[
            "所在地_全国地方公共団体コード",
            "全国地方公共団体コード",
            "都道府県コード又は市区町村コード",
            "都道府県コード又は市町村コード",
            "市区町村コード",
            "団体コード",
        ],
    ),
    (Field::Prefecture, &["所在地_都道府県", "都道府県名", "都道府県"]),
    (Field::City, &["所在地_市区町村", "市区町村名", "市区町村", "市町村名"]),
    (
        Field::Name,
        &[
            "名称",
            "介護サービス事業所名称",
            "事業所名称",
            "事業所名",
            "施設名",
            "施設名称",
            "医療機関名称",
            "医療機関の名称",
            "医療機関名",
            "事業所の名称",
            "名前",
            "name",
        ],
    ),
    (
        Field::Kana,
        &[
            "名称_カナ",
            "名称_かな",
            "介護サービス事業所名称_カナ",
            "事業所名称_カナ",
            "事業所名_カナ",
            "事業所名カナ",
            "施設名_カナ",
            "施設名カナ",
            "フリガナ",
            "ふりがな",
            "医療機関名称_カナ",
            "名称カナ",
        ],
    ),
    (
        Field::Service,
        &[
            "実施サービス",
            "サービスの種類",
            "サービス種別",
            "サービス種類",
            "サービス名",
            "介護サービスの種類",
            "サービス",
        ],
    ),
    (
        Field::Kind,
        &[
            "医療機関の種類",
            "医療機関種別",
            "施設種別",
            "種別",
            "施設の種類",
            "施設区分",
            "区分",
            "分類",
            "種類",
            "施設種類",
        ],
    ),
    (Field::Number, &["事業所番号", "介護保険事業所番号", "指定番号"]),
    (Field::PostalCode, &["郵便番号", "〒"]),
    (Field::Address, &["所在地_連結表記", "住所", "所在地", "所在地住所", "施設所在地", "address"]),
    (Field::Town, &["所在地_町字", "町字", "町名"]),
    (Field::Block, &["所在地_番地以下", "番地以下", "番地"]),
    (Field::Building, &["建物名等(方書)", "方書", "方書（ビル名等）", "建物名", "建物名等"]),
    (Field::Lat, &["緯度", "lat", "latitude"]),
    (Field::Lon, &["経度", "lon", "lng", "longitude"]),
    (Field::Phone, &["電話番号", "TEL", "電話", "連絡先電話番号", "代表電話番号"]),
    (Field::Fax, &["FAX番号", "FAX", "ファックス番号", "連絡先FAX番号"]),
    (Field::Url, &["URL", "ホームページ", "HP", "WebサイトURL", "ウェブサイト"]),
    (Field::Email, &["連絡先メールアドレス", "メールアドレス", "E-mail", "email"]),
    (Field::Capacity, &["定員", "収容定員", "利用定員", "入所定員"]),
    (Field::OrgName, &["法人の名称", "法人名", "団体名", "運営法人", "事業者名", "設置者名", "運営主体"]),
    (Field::OrgNumber, &["法人番号"]),
    (Field::Days, &["利用可能曜日", "診療曜日", "利用曜日"]),
    (Field::DaysRemarks, &["利用可能曜日特記事項", "利用可能日時特記事項", "診療日時特記事項"]),
    (Field::OpenFrom, &["開始時間", "診療開始時間", "利用開始時間"]),
    (Field::OpenTo, &["終了時間", "診療終了時間", "利用終了時間"]),
    (Field::Closed, &["定休日", "休館日", "休診日", "休業日"]),
    (Field::Remarks, &["備考", "説明", "その他"]),
];

/// 自治体窓口: one row a desk.
pub(crate) const MUNICIPAL_OFFICES: &[Names] = &[
    (Field::Key, &["id"]),
    (Field::Name, &["name"]),
    (Field::PostalCode, &["postalCode"]),
    (Field::Address, &["address"]),
    (Field::Phone, &["phone"]),
    (Field::Fax, &["fax"]),
    (Field::Email, &["email"]),
    (Field::Url, &["officialUrl"]),
    (Field::DaysRemarks, &["openingHours"]),
    (Field::Closed, &["closedDays"]),
    (Field::Remarks, &["description"]),
];

/// Where each field stands in one file.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    at: [Option<u16>; COUNT],
}

impl Columns {
    /// Finds the columns of a file.
    pub fn find(header: &Header, names: &[Names]) -> Self {
        let mut columns = Self { at: [None; COUNT] };
        for (field, names) in names {
            columns.set(*field, header.find(names));
        }
        columns
    }

    /// Puts a field at a column.
    pub fn set(&mut self, field: Field, index: Option<usize>) {
        self.at[field as usize] = index.and_then(|i| u16::try_from(i).ok());
    }

    /// Where a field stands.
    pub fn get(&self, field: Field) -> Option<usize> {
        self.at[field as usize].map(usize::from)
    }

    /// Whether no field stands at this column.
    pub fn is_free(&self, index: usize) -> bool {
        !self.at.iter().flatten().any(|at| usize::from(*at) == index)
    }
}

/// Whether a header looks like a list of offices or facilities: a name, and an address or a position.
pub(crate) fn opendata_columns(header: &Header) -> Result<(), Vec<&'static str>> {
    let columns = Columns::find(header, OFFICE);
    let mut missing = Vec::new();
    if columns.get(Field::Name).is_none() {
        missing.push("名称");
    }
    let placed = [Field::Address, Field::Town, Field::Lat].iter().any(|field| columns.get(*field).is_some());
    if !placed {
        missing.push("住所");
    }
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}
