//! Municipal files: 自治体標準オープンデータセット with its new header (公共施設) and its old ones (医療機関, 子育て施設), and
//! lists as municipalities make them themselves.

use crate::{
    csv,
    facility::{Facility, List},
    place,
    prefecture::{Prefecture, six_digits},
    words,
};

/// File name and header of each list.
pub fn file(list: List) -> (&'static str, &'static str) {
    match list {
        List::Public => (
            "public_facilities_20251001.csv",
            "\u{feff}全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,名称_英語,POIコード,所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,高度の種別,高度の値,電話番号,内線番号,連絡先メールアドレス,連絡先FormURL,連絡先備考（その他、SNSなど）,郵便番号,法人番号,団体名,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,説明,バリアフリー情報,URL,画像,画像_ライセンス,備考,種別,FAX番号\r\n",
        ),
        List::Medical => (
            "medical_institutions_20251001.csv",
            "\u{feff}都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,方書,緯度,経度,電話番号,内線番号,FAX番号,法人番号,法人の名称,医療機関コード,診療曜日,診療開始時間,診療終了時間,診療日時特記事項,時間外における対応,診療科目,病床数,URL,備考\r\n",
        ),
        List::Childcare => (
            "childcare_20251001.csv",
            "\u{feff}都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,種別,住所,方書,緯度,経度,電話番号,内線番号,法人番号,団体名,認可等年月日,収容定員,受入年齢,利用可能曜日,開始時間,終了時間,利用可能曜日特記事項,一時預かりの有無,URL,備考\r\n",
        ),
        List::Desk => (
            "consultation_desks_20251001.csv",
            "種別,名称,フリガナ,郵便番号,所在地,電話番号,FAX番号,運営法人,法人番号,利用可能曜日,開始時間,終了時間,緯度,経度,備考\r\n",
        ),
        List::Department => (
            "departments_20251001.csv",
            "種別,名称,フリガナ,郵便番号,所在地,電話番号,FAX番号,運営主体,法人番号,利用可能曜日,開始時間,終了時間,緯度,経度,備考\r\n",
        ),
        List::School => (
            "schools_20251001.csv",
            "種別,名称,フリガナ,郵便番号,所在地,電話番号,FAX番号,設置者名,法人番号,利用可能曜日,開始時間,終了時間,緯度,経度,備考\r\n",
        ),
    }
}

/// What every list says of a facility, as text.
struct Texts<'f> {
    code: String,
    city: String,
    long_city: String,
    address: String,
    lat: String,
    lon: String,
    kana: String,
    post: String,
    number: String,
    prefecture: &'f Prefecture,
    facility: &'f Facility,
}

/// The row of a facility in its file; `number` counts the rows of the file from 1.
pub fn row(prefecture: &Prefecture, facility: &Facility, number: usize) -> String {
    let center = facility.place.center;
    let [lon, lat] = prefecture.projection.degrees(facility.place.at);
    let long_city = prefecture.city_with_county(center);
    let texts = Texts {
        code: six_digits(prefecture.code_of(center)),
        city: prefecture.city_of(center),
        address: format!("{}{long_city}{}", prefecture.name, facility.place.street),
        long_city,
        lat: format!("{lat:.5}"),
        lon: format!("{lon:.5}"),
        kana: words::katakana(&facility.kana),
        post: place::postal_code(prefecture.code, center, facility.place.town),
        number: number.to_string(),
        prefecture,
        facility,
    };
    match facility.list {
        List::Public => texts.public(),
        List::Medical => texts.medical(number),
        List::Childcare => texts.childcare(number),
        List::Desk | List::Department | List::School => texts.plain(),
    }
}

#[rustfmt::skip]
impl Texts<'_> {
    fn public(&self) -> String {
        let Self { code, long_city, address, lat, lon, kana, post, number, prefecture, facility, .. } = self;
        let id = format!("{code}{number:0>4}");
        csv::row(&[
            code, &id, long_city, &facility.name, kana, "", "", code, "", address, &prefecture.name, long_city, "",
            &facility.place.street, &facility.place.building, lat, lon, "", "", &facility.phone, "", "", "", "", post,
            &facility.operator_number, &facility.operator, "月火水木金", "08:30", "17:15", "祝日、年末年始を除く", "", "", "", "", "", "",
            facility.kind, &facility.fax,
        ], "\r\n")
    }

    fn medical(&self, number: usize) -> String {
        let Self { code, city, address, lat, lon, kana, prefecture, facility, .. } = self;
        let beds = if facility.kind == "病院" { (60 + number * 17 % 240).to_string() } else { String::new() };
        csv::row(&[
            code, &self.number, &prefecture.name, city, &facility.name, kana, facility.kind, address, &facility.place.building, lat,
            lon, &facility.phone, "", &facility.fax, &facility.operator_number, &facility.operator, "", "月火水木金土", "09:00", "18:00",
            "木曜・土曜は午前のみ", "", "", &beds, "", "",
        ], "\r\n")
    }

    fn childcare(&self, number: usize) -> String {
        let Self { code, city, address, lat, lon, kana, prefecture, facility, .. } = self;
        let capacity = (20 + number * 7 % 10 * 10).to_string();
        csv::row(&[
            code, &self.number, &prefecture.name, city, &facility.name, kana, facility.kind, address, &facility.place.building, lat,
            lon, &facility.phone, "", &facility.operator_number, &facility.operator, "", &capacity, "", "月火水木金土", "07:30", "18:30",
            "", "", "", "",
        ], "\r\n")
    }

    fn plain(&self) -> String {
        let Self { address, lat, lon, kana, post, facility, .. } = self;
        csv::row(&[
            facility.kind, &facility.name, kana, post, address, &facility.phone, &facility.fax, &facility.operator,
            &facility.operator_number, "月火水木金", "08:30", "17:15", lat, lon, &facility.remarks,
        ], "\r\n")
    }
}
